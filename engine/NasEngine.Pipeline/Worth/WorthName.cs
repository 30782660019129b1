using System.Globalization;
using System.Text.RegularExpressions;
using NasEngine.Contracts.Recipes;

namespace NasEngine.Pipeline.Worth;

/// <summary>
/// The name of the search whose trials are the random architectures of another one: <c>quickstart.worth-20-limit</c>. It says what
/// was asked, so that the same question finds the same search.
/// </summary>
/// <param name="Search">The search that is weighed.</param>
/// <param name="Against">Random architectures that were asked for.</param>
/// <param name="Around">What the band is around.</param>
public sealed partial record WorthName(string Search, int Against, BandAround Around)
{
    /// <summary>As <see cref="WorthRequest.Seed"/>.</summary>
    public long? Seed { get; init; }

    /// <summary>As <see cref="WorthRequest.Band"/>.</summary>
    public BandShares? Band { get; init; }

    /// <summary>The shares that the band has.</summary>
    public BandShares Shares => Band ?? (Around == BandAround.Limit ? new BandShares(0.8, 1) : new BandShares(0.9, 1.1));

    /// <summary>What a search's name says, or null where it is the name of no comparison.</summary>
    public static WorthName? Parse(string name) => Pattern().Match(name) is not { Success: true } match ? null : new WorthName(
        match.Groups["search"].Value,
        int.Parse(match.Groups["against"].Value, CultureInfo.InvariantCulture),
        match.Groups["around"].Value == "limit" ? BandAround.Limit : BandAround.Winner)
    {
        Seed = match.Groups["seed"] is { Success: true } seed ? long.Parse(seed.Value, CultureInfo.InvariantCulture) : null,
        Band = match.Groups["low"] is { Success: true } low ? new BandShares(Number(low), Number(match.Groups["high"])) : null,
    };

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Search}.worth-{Against}-{(Around == BandAround.Limit ? "limit" : "winner")}{(Seed is { } seed ? $"-seed{seed}" : "")}{Suffix}");

    private string Suffix => Band is { } band
        ? string.Create(CultureInfo.InvariantCulture, $"-band{band.Low:0.####}..{band.High:0.####}")
        : "";

    private static double Number(Group group) => double.Parse(group.Value, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<search>.+)\.worth-(?<against>[1-9][0-9]{0,4})-(?<around>limit|winner)(-seed(?<seed>[0-9]{1,18}))?"
        + @"(-band(?<low>[0-9]+(\.[0-9]+)?)\.\.(?<high>[0-9]+(\.[0-9]+)?))?$")]
    private static partial Regex Pattern();
}
