extension Machine {
    /// Gives futures, tasks, handles and loops their methods.
    func installEventLoop() {
        installFutures()
        installTasks()
        installHandles()
        typealias Methods = EventLoopMethods
        define(
            .eventLoop, doc: "Runs callbacks and tasks, one at a time, when they are ready.",
            methods: [
                Native("__new__", .any, style: .new, Methods.new),
                Native("__init__", .signature("selector=None"), style: .slot, Methods.initialize),
                Native("__repr__", .none, style: .slot, Methods.repr),
                Native("__del__", .none, style: .slot, Methods.finalize),
                Native("call_soon", .any, Methods.callSoon),
                Native("call_soon_threadsafe", .any, Methods.callSoonThreadsafe),
                Native("call_later", .any, Methods.callLater),
                Native("call_at", .any, Methods.callAt),
                Native("time", .none, Methods.time),
                Native("create_future", .none, Methods.createFuture),
                Native("create_task", .any, Methods.createTask),
                Native("set_task_factory", .one, Methods.setTaskFactory),
                Native("get_task_factory", .none, Methods.taskFactory),
                Native("run_forever", .none, Methods.runForever),
                Native("run_until_complete", .signature("future"), Methods.runUntilComplete),
                Native("stop", .none, Methods.stop),
                Native("close", .none, Methods.close),
                Native("is_running", .none, Methods.isRunning),
                Native("is_closed", .none, Methods.isClosed),
                Native("get_debug", .none, Methods.getDebug),
                Native("set_debug", .signature("enabled"), Methods.setDebug),
                Native("_check_closed", .none, Methods.checkClosed),
                Native("set_exception_handler", .signature("handler"), Methods.setExceptionHandler),
                Native("get_exception_handler", .none, Methods.exceptionHandler),
                Native("call_exception_handler", .signature("context"), Methods.callExceptionHandler),
                Native("default_exception_handler", .signature("context"), Methods.defaultExceptionHandler),
                Native("_asyncgen_firstiter_hook", .one, Methods.firstIteration),
                Native("_asyncgen_finalizer_hook", .one, Methods.finalizer),
                Native("_take_asyncgens", .none, Methods.takeAsyncGenerators),
                Native("_note_executor_shutdown", .none, Methods.noteExecutorShutdown),
                Native("shutdown_asyncgens", .none, intrinsic: .coroutine, Methods.shutdownAsyncGenerators),
                Native(
                    "shutdown_default_executor", .signature("timeout=None"), intrinsic: .coroutine,
                    Methods.shutdownDefaultExecutor),
                Native("run_in_executor", .any, Methods.runInExecutor),
                Native("set_default_executor", .one, Methods.setDefaultExecutor),
                Native("_get_default_executor", .none, Methods.defaultExecutor),
                Native("add_reader", .any, Methods.addReader),
                Native("add_writer", .any, Methods.addWriter),
                Native("remove_reader", .one, Methods.removeReader),
                Native("remove_writer", .one, Methods.removeWriter),
                Native("add_signal_handler", .any, Methods.addSignalHandler),
                Native("remove_signal_handler", .one, Methods.removeSignalHandler),
                Native("_add_callback_signalsafe", .one, Methods.runSoon),
                Native("_run_once", .none, Methods.runOnce),
                Native("_wait", .one, Methods.wait),
                Native("__setattr__", .positional(2, 2), style: .slot, Methods.setAttribute),
                Native("__delattr__", .one, style: .slot, Methods.setAttribute),
                Native("_timer_handle_cancelled", .one) { (m, a) throws(Raise) in .none },
            ] + Methods.refusing.map { Methods.refusal($0.0, $0.1) },
            properties: [
                NativeProperty("__dict__", get: ObjectAttributes.dict, set: ObjectAttributes.setDict),
                NativeProperty(
                    "slow_callback_duration",
                    get: { (_, loop) throws(Raise) in EventLoop(loop).pointer.pointee.slowCallbackDuration },
                    set: { (m, loop, value) throws(Raise) in
                        guard value.isBound else { throw m.raise(.attributeError, "slow_callback_duration") }
                        EventLoop(loop).pointer.pointee.slowCallbackDuration = value
                    }),
                NativeProperty("_ready", get: Methods.ready),
                NativeProperty("_selector", get: Methods.selector, set: Methods.setSelector),
                NativeProperty(
                    "_clock_resolution", get: { (_, _) throws(Raise) in Value(1e-9) },
                    set: { (_, _, _) throws(Raise) in }),
                NativeProperty("_signal_handlers", get: Methods.signalHandlers),
                NativeProperty("_default_executor") { (m, loop) throws(Raise) in
                    Methods.orNone(EventLoop(loop).pointer.pointee.defaultExecutor)
                },
                NativeProperty("_debug") { (m, loop) throws(Raise) in
                    Value(EventLoop(loop).pointer.pointee.isDebug)
                },
                NativeProperty("_task_factory") { (m, loop) throws(Raise) in
                    Methods.orNone(EventLoop(loop).pointer.pointee.taskFactory)
                },
                NativeProperty("_exception_handler") { (m, loop) throws(Raise) in
                    Methods.orNone(EventLoop(loop).pointer.pointee.exceptionHandler)
                },
            ])
    }
}
