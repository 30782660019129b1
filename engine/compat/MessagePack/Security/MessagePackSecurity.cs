using System.Collections;

namespace MessagePack;

/// <summary>How far input is trusted.</summary>
public class MessagePackSecurity
{
    public static readonly MessagePackSecurity TrustedData = new();

    public static readonly MessagePackSecurity UntrustedData = new() { HashCollisionResistant = true };

    private MessagePackSecurity()
    {
    }

    protected MessagePackSecurity(MessagePackSecurity copyFrom)
    {
        ArgumentNullException.ThrowIfNull(copyFrom);
        HashCollisionResistant = copyFrom.HashCollisionResistant;
        MaximumObjectGraphDepth = copyFrom.MaximumObjectGraphDepth;
    }

    public bool HashCollisionResistant { get; private set; }

    public int MaximumObjectGraphDepth { get; private set; } = 500;

    public MessagePackSecurity WithMaximumObjectGraphDepth(int maximumObjectGraphDepth)
    {
        if (MaximumObjectGraphDepth == maximumObjectGraphDepth)
        {
            return this;
        }

        var clone = Clone();
        clone.MaximumObjectGraphDepth = maximumObjectGraphDepth;
        return clone;
    }

    public MessagePackSecurity WithHashCollisionResistant(bool hashCollisionResistant)
    {
        if (HashCollisionResistant == hashCollisionResistant)
        {
            return this;
        }

        var clone = Clone();
        clone.HashCollisionResistant = hashCollisionResistant;
        return clone;
    }

    public IEqualityComparer<T> GetEqualityComparer<T>() =>
        HashCollisionResistant ? GetHashCollisionResistantEqualityComparer<T>() : EqualityComparer<T>.Default;

    public IEqualityComparer GetEqualityComparer() =>
        HashCollisionResistant ? GetHashCollisionResistantEqualityComparer() : EqualityComparer<object>.Default;

    /// <summary>Goes one level deeper into the object graph; whoever calls takes the level off again.</summary>
    public void DepthStep(ref MessagePackReader reader)
    {
        if (reader.Depth >= MaximumObjectGraphDepth)
        {
            throw new InsufficientExecutionStackException(
                $"This msgpack sequence has an object graph that exceeds the maximum depth allowed of {MaximumObjectGraphDepth}.");
        }

        reader.Depth++;
    }

    protected virtual IEqualityComparer<T> GetHashCollisionResistantEqualityComparer<T>() =>
        Known<T>.Comparer
        ?? throw new TypeAccessException($"No hash-resistant equality comparer available for type: {typeof(T)}");

    protected virtual IEqualityComparer GetHashCollisionResistantEqualityComparer() =>
        (IEqualityComparer)GetHashCollisionResistantEqualityComparer<object>();

    protected virtual MessagePackSecurity Clone() => new(this);

    private static class Known<T>
    {
        public static readonly IEqualityComparer<T>? Comparer = typeof(T) == typeof(object)
            ? (IEqualityComparer<T>)(object)ObjectComparer.Instance
            : (IEqualityComparer<T>?)CollisionResistantComparers.Find(typeof(T));
    }
}
