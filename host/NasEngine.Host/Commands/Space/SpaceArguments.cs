using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Networks;

namespace NasEngine.Host.Commands.Space;

/// <summary>The space and the architecture that a command of <c>nas space</c> names.</summary>
internal static class SpaceArguments
{
    public static Argument<string> Space { get; } = new("space") { Description = "Id of a space; 'nas space list' has them." };

    public static Option<string[]> Set { get; } = new("--set")
    {
        Description = "An option of the space, e.g. --set scale=mini, or --set macro=@FILE for a file's text; may be given more than once.",
        HelpName = "NAME=VALUE",
    };

    /// <summary>Makes the space.</summary>
    /// <exception cref="InputException">No such space, or an option it does not take.</exception>
    public static ISearchSpace Open(ParseResult parsed)
    {
        var catalog = HostServices.Open(parsed.GetValue(CommonOptions.Plugins) ?? []).Catalog;
        return catalog.Space(Named(parsed));
    }

    /// <summary>The space by its name, with its options.</summary>
    /// <exception cref="InputException">An option is no pair, or given twice.</exception>
    public static ComponentSpec Named(ParseResult parsed) => new(parsed.GetValue(Space)!, Options(parsed));

    /// <summary>Makes the space, of which a published network may be asked for.</summary>
    /// <exception cref="InputException">As <see cref="Open"/>; or an option is given that the network does not depend on.</exception>
    public static ISearchSpace OpenFor(string? network, ParseResult parsed)
    {
        var catalog = HostServices.Open(parsed.GetValue(CommonOptions.Plugins) ?? []).Catalog;
        var (id, options) = (parsed.GetValue(Space)!, Options(parsed));
        var space = Make(catalog, id, options);
        return network is null || options.Values.IsEmpty || space is not INetworkSpace
            || PublishedNetworks.Ignored(network, options, bag => Networks(Make(catalog, id, bag))).FirstOrDefault() is not { } ignored
            ? space
            : throw new InputException(
                $"Option '{ignored}' changes nothing of the published network '{network}' of space '{id}'; leave it out.");
    }

    /// <summary>Names of the published networks that the space knows.</summary>
    public static IEnumerable<string> Published(ISearchSpace space) =>
        space is INetworkSpace networks ? networks.Networks.Keys : space.References.Keys;

    /// <summary>The space as one whose architectures are networks.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static INetworkSpace Networks(ISearchSpace space) => space as INetworkSpace
        ?? throw new InputException($"Space '{space.Decisions.Id}' does not describe networks, so there is nothing to draw or to measure.");

    private static ISearchSpace Make(IServices catalog, string id, OptionBag options) =>
        catalog.Space(new ComponentSpec(id, options));

    private static OptionBag Options(ParseResult parsed) =>
        (parsed.GetValue(Set) ?? []).Aggregate(OptionBag.Empty, (bag, pair) => pair.Split('=', 2) is not [var name, var value]
            ? throw new InputException($"'--set {pair}' has no '='; write --set NAME=VALUE.")
            : bag.Values.ContainsKey(name)
                ? throw new InputException($"Option '{name}' is set twice; give it once.")
                : bag.With(name, value.StartsWith('@') ? FileText(value[1..]) : value));

    private static string FileText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"The file '{path}' cannot be read: {wrong.Message}", wrong);
        }
    }
}
