using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Routes as bytes.</summary>
internal static class RouteBytes
{
    /// <summary>Writes a route.</summary>
    public static void Write(BinaryWriter to, Route route)
    {
        to.Write(route is Mixture);
        if (route is Mixture mixture)
        {
            WriteMixture(to, mixture);
        }
        else
        {
            WritePath(to, (Architecture)route);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Route Read(BinaryReader from) => from.ReadBoolean() ? ReadMixture(from) : ReadPath(from);

    private static void WritePath(BinaryWriter to, Architecture path)
    {
        to.Write(path.Space);
        to.Write7BitEncodedInt(path.Values.Length);
        foreach (var value in path.Values)
        {
            to.Write(value);
        }
    }

    private static Architecture ReadPath(BinaryReader from)
    {
        var space = from.ReadString();
        var values = new int[from.Read7BitEncodedInt()];
        for (var place = 0; place < values.Length; place++)
        {
            values[place] = from.ReadInt32();
        }

        return new Architecture(space, [.. values]);
    }

    private static void WriteMixture(BinaryWriter to, Mixture mixture)
    {
        to.Write(mixture.Space);
        to.Write7BitEncodedInt(mixture.Decisions.Count);
        foreach (var (decision, listed) in mixture.Decisions)
        {
            to.Write(decision);
            to.Write7BitEncodedInt(listed.Length);
            foreach (var (choice, weight) in listed)
            {
                to.Write(choice);
                to.Write(weight);
            }
        }
    }

    private static Mixture ReadMixture(BinaryReader from)
    {
        var mixture = Mixture.Of(from.ReadString());
        var decisions = mixture.Decisions.ToBuilder();
        for (var count = from.Read7BitEncodedInt(); count > 0; count--)
        {
            var decision = from.ReadString();
            var listed = ImmutableArray.CreateBuilder<ChoiceWeight>();
            for (var choices = from.Read7BitEncodedInt(); choices > 0; choices--)
            {
                listed.Add(new ChoiceWeight(from.ReadInt32(), from.ReadDouble()));
            }

            decisions.Add(decision, listed.ToImmutable());
        }

        return mixture with { Decisions = decisions.ToImmutable() };
    }
}
