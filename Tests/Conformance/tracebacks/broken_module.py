def start():
    return stop()


def stop():
    raise OSError(5, "module broke")


start()
