using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Host.Commands.Space;

/// <summary>The architecture, or published network, that <c>nas space cost</c> and <c>draw</c> are given.</summary>
internal sealed class SpaceSubject
{
    private readonly ISearchSpace _space;
    private readonly Architecture? _architecture;

    private SpaceSubject(ISearchSpace space, string name, Architecture? architecture) =>
        (_space, Name, _architecture) = (space, name, architecture);

    public static Argument<string?> Text { get; } = new("architecture")
    {
        Description = "The architecture in the space's own text form, or its key.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Option<string?> Reference { get; } = new("--reference")
    {
        Description = "A published network that the space knows, instead of an architecture.",
        HelpName = "NAME",
    };

    /// <summary>What the user called it.</summary>
    public string Name { get; }

    public ArchitectureCost Cost => _architecture is { } one ? _space.Cost(one) : Network.Cost;

    public NetworkSpec Network => SpaceArguments.Networks(_space) is var networks && _architecture is { } one
        ? networks.Describe(one)
        : networks.Networks[Name];

    /// <summary>Milliseconds predicted from a table.</summary>
    /// <exception cref="InputException">The table lacks a time.</exception>
    public double Latency(LatencyTable table) => SpaceArguments.Networks(_space) is var networks && _architecture is { } one
        ? table.Of(networks, one)
        : table.Of(Network);

    /// <summary>Reads it.</summary>
    /// <exception cref="InputException">Neither or both are given, or the space has none such.</exception>
    public static SpaceSubject Of(ISearchSpace space, ParseResult parsed) => (parsed.GetValue(Text), parsed.GetValue(Reference)) switch
    {
        ({ } text, null) when SpaceArguments.Published(space).Contains(text) => Known(space, text),
        ({ } text, null) => new SpaceSubject(space, text, text.Contains(':') ? space.Decisions.FromKey(text) : space.Parse(text)),
        (null, { } name) => Known(space, name),
        (null, null) =>
            throw new InputException($"No architecture of space '{space.Decisions.Id}' is given; give one, or --reference NAME."),
        _ => throw new InputException("Both an architecture and --reference are given; give one of them."),
    };

    private static SpaceSubject Known(ISearchSpace space, string name)
    {
        var names = SpaceArguments.Published(space);
        return names.Contains(name) ? new SpaceSubject(space, name, space.References.GetValueOrDefault(name)) : throw new InputException(
            $"Space '{space.Decisions.Id}' knows no published network '{name}': {Suggest.Instead(name, names)}");
    }
}
