"""A simulated operating system: processes with states, a ready queue, and messages between them."""


class Packet:
    def __init__(self, kind, payload):
        self.kind = kind
        self.payload = payload
        self.next = None


class Process:
    def __init__(self, system, number, priority):
        self.system = system
        self.number = number
        self.priority = priority
        self.mailbox = None
        self.handled = 0
        self.held = False
        system.add(self)

    def post(self, packet):
        packet.next = None
        if self.mailbox is None:
            self.mailbox = packet
        else:
            last = self.mailbox
            while last.next is not None:
                last = last.next
            last.next = packet

    def is_ready(self):
        return not self.held and self.mailbox is not None

    def run(self):
        packet = self.mailbox
        self.mailbox = packet.next
        self.handled += 1
        self.handle(packet)


class Worker(Process):
    def handle(self, packet):
        packet.payload = (packet.payload * 31 + self.number) & 0xFFFF
        self.system.send((self.number + packet.payload) % self.system.size, packet)


class Device(Process):
    def handle(self, packet):
        self.held = packet.payload & 3 == 0
        packet.kind = "device"
        packet.payload += 1
        self.system.send((self.number + 1) % self.system.size, packet)


class System:
    def __init__(self):
        self.processes = []
        self.size = 0
        self.switches = 0

    def add(self, process):
        self.processes.append(process)
        self.size += 1

    def send(self, number, packet):
        self.processes[number].post(packet)

    def choose(self):
        best = None
        for process in self.processes:
            if process.is_ready() and (best is None or process.priority > best.priority):
                best = process
        return best

    def run(self, steps):
        for _ in range(steps):
            process = self.choose()
            if process is None:
                for held in self.processes:
                    held.held = False
                continue
            self.switches += 1
            process.run()


system = System()
for index in range(6):
    (Device if index % 3 == 2 else Worker)(system, index, index * 7 % 5)
for index in range(10):
    system.send(index % 6, Packet("work", index * 77))
system.run(700_000)
print(system.switches, [process.handled for process in system.processes])
