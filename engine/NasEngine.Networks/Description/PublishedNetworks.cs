using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Published networks of a space that are fixed but for some of its options.</summary>
public static class PublishedNetworks
{
    private const int Compared = 8;

    /// <summary>
    /// Options that were given and that change the space but not this network of it: whoever gave them asked for something else than
    /// what there is. Networks that are architectures of the space have none, since its options say which architectures it holds.
    /// </summary>
    /// <param name="name">The network's name.</param>
    /// <param name="given">The options.</param>
    /// <param name="make">Makes the space with options.</param>
    /// <exception cref="InputException">The space cannot be made with them.</exception>
    public static IEnumerable<string> Ignored(string name, OptionBag given, Func<OptionBag, INetworkSpace> make)
    {
        var space = make(given);
        return space.References.ContainsKey(name) || !space.Networks.TryGetValue(name, out var network)
            ? []
            : given.Values.Keys.Where(option => Without(option, given, make) is { } without
                && network.Equals(without.Networks.GetValueOrDefault(name)) && Differ(space, without));
    }

    /// <summary>
    /// Whether two spaces of one id have other architectures, other networks for them, or mixtures of other parts of the channels.
    /// </summary>
    public static bool Differ(INetworkSpace one, INetworkSpace other) =>
        one.Input != other.Input || one.Classes != other.Classes
        || (one as IMixtureSpace)?.ChannelParts != (other as IMixtureSpace)?.ChannelParts
        || !one.Decisions.Decisions.Select(Signature).SequenceEqual(other.Decisions.Decisions.Select(Signature))
        || Some(one).Zip(Some(other)).Any(pair => !one.Describe(pair.First).Equals(other.Describe(pair.Second)));

    private static INetworkSpace? Without(string option, OptionBag given, Func<OptionBag, INetworkSpace> make)
    {
        try
        {
            return make(new OptionBag(given.Values.Remove(option)));
        }
        catch (InputException)
        {
            return null; // The other options need this one.
        }
    }

    private static string Signature(Decision decision) => $"{decision.Name}: {string.Join(' ', decision.Choices)}";

    private static IEnumerable<Architecture> Some(INetworkSpace space) => space.Covering().Take(Compared);
}
