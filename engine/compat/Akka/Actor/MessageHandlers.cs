namespace Akka.Actor;

/// <summary>The handlers of one behaviour of a <see cref="ReceiveActor"/>, asked in the order they were added.</summary>
internal sealed class MessageHandlers
{
    private readonly List<Func<object, bool>> _handlers = [];
    private bool _catchesAll;

    public void Add<T>(Predicate<T> shouldHandle, Action<T> handler)
    {
        if (shouldHandle is null)
        {
            Add(message =>
            {
                if (message is not T typed)
                    return false;
                handler(typed);
                return true;
            }, catchesAll: typeof(T) == typeof(object));
            return;
        }

        Add(message =>
        {
            if (message is not T typed || !shouldHandle(typed))
                return false;
            handler(typed);
            return true;
        });
    }

    public void Add<T>(Func<T, bool> handler) => Add(message => message is T typed && handler(typed));

    public void Add(Type messageType, Predicate<object> shouldHandle, Action<object> handler) => Add(message =>
    {
        if (!messageType.IsInstanceOfType(message) || (shouldHandle is not null && !shouldHandle(message)))
            return false;
        handler(message);
        return true;
    }, catchesAll: messageType == typeof(object) && shouldHandle is null);

    public void Add(Func<object, bool> handler, bool catchesAll = false)
    {
        ArgumentNullException.ThrowIfNull(handler);
        if (_catchesAll)
            throw new InvalidOperationException("A handler that catches all messages has been added. No handler can be added after that.");
        _handlers.Add(handler);
        _catchesAll = catchesAll;
    }

    public bool Handle(object message)
    {
        foreach (var handler in _handlers)
        {
            if (handler(message))
                return true;
        }

        return false;
    }
}
