namespace MessagePack.Formatters;

/// <summary>How one scalar type is written and read, known at compile time so that loops over it are inlined.</summary>
internal interface IScalar<T>
{
    static abstract void Write(ref MessagePackWriter writer, T value);

    static abstract T Read(ref MessagePackReader reader);
}
