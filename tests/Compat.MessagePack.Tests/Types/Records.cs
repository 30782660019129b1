using System.Collections.Immutable;
using MessagePack;

namespace Compat.MessagePack.Tests.Types;

[MessagePackObject]
public sealed record Point([property: Key(0)] int X, [property: Key(1)] int Y);

[MessagePackObject]
public sealed record Gap([property: Key(0)] int First, [property: Key(3)] string? Last);

[MessagePackObject]
public sealed record Named([property: Key("x")] int X, [property: Key("long name")] string? Text);

[MessagePackObject(keyAsPropertyName: true)]
public sealed record ByProperty(int Count, ImmutableArray<double> Values)
{
    [IgnoreMember]
    public int Twice => Count * 2;
}

[MessagePackObject]
public sealed record WithInit
{
    [Key(0)]
    public int Id { get; init; } = 7;

    [Key(1)]
    public required string Name { get; init; }

    [Key(2)]
    public string Note { get; set; } = "none";
}

[MessagePackObject]
public sealed class Settable
{
    [Key(0)]
    public int A { get; set; } = 1;

    [Key(1)]
    public int B { get; set; } = 2;

    [IgnoreMember]
    public int Ignored { get; set; } = 3;
}

[MessagePackObject(keyAsPropertyName: true)]
public sealed class SettableByName
{
    public int A { get; set; } = 1;

    public string? B { get; set; } = "two";
}

[MessagePackObject]
public readonly record struct Pair([property: Key(0)] double Left, [property: Key(1)] double Right);

[MessagePackObject]
public sealed class TwoConstructors
{
    public TwoConstructors(int a, int b, string ignored) => throw new InvalidOperationException(ignored);

    [SerializationConstructor]
    public TwoConstructors(int a) => A = a;

    [Key(0)]
    public int A { get; }

    [Key(1)]
    public int B { get; set; }
}

[MessagePackObject]
public sealed record Node([property: Key(0)] int Value, [property: Key(1)] Node[]? Children);

[MessagePackObject]
public sealed record Empty;

[Union(0, typeof(Circle))]
[Union(5, typeof(Square))]
public interface IShape;

[MessagePackObject]
public sealed record Circle([property: Key(0)] double Radius) : IShape;

[MessagePackObject]
public sealed record Square([property: Key(0)] double Side) : IShape;

public sealed record Stranger : IShape;

[MessagePackObject]
public abstract record Animal
{
    [Key(0)]
    public virtual string Name { get; init; } = "";
}

[MessagePackObject]
public sealed record Dog : Animal
{
    [Key(1)]
    public int Age { get; init; }
}

public enum Colour : byte
{
    Red = 1,
    Blue = 200,
}

public enum Signed : long
{
    Least = long.MinValue,
    None = 0,
}
