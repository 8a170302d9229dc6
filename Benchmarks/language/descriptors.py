"""Properties, slots, class and static methods, __getattr__ and a descriptor of one's own."""


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        return getattr(instance, self.name)

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(value)
        setattr(instance, self.name, value)


class Account:
    __slots__ = ("_balance", "_limit", "history")
    limit = Positive()
    created = 0

    def __init__(self, balance, limit):
        self._balance = balance
        self.limit = limit
        self.history = 0

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        self.history += 1
        self._balance = value

    @classmethod
    def make(cls, number):
        cls.created += 1
        return cls(number, number & 15)

    @staticmethod
    def fee(amount):
        return amount >> 4

    def __getattr__(self, name):
        if name == "total":
            return self._balance + self._limit
        raise AttributeError(name)


result = 0
for index in range(450_000):
    account = Account.make(index)
    account.balance += 10
    account.balance -= Account.fee(index)
    account.limit = index & 7
    result += account.total + account.limit + account.balance + account.history
print(result, Account.created)
