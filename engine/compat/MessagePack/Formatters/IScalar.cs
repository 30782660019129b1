namespace MessagePack.Formatters;

/// <summary>How one scalar type is written and read, known at compile time so that loops over it are inlined.</summary>
internal interface IScalar<T>
{
    /// <summary>The fewest bytes a value takes, for a check before an array is allocated.</summary>
    static abstract int MinimumSize { get; }

    static abstract void Write(ref MessagePackWriter writer, T value);

    static abstract T Read(ref MessagePackReader reader);
}
