using System.Globalization;
using NasEngine.Contracts.Recipes;
using NasEngine.Pipeline.Worth;

namespace NasEngine.Host.Worth;

/// <summary>The command that asks a question of worth again, without the options that every command has.</summary>
internal static class WorthCommandLine
{
    public static string Of(WorthName name) => string.Create(
        CultureInfo.InvariantCulture,
        $"nas worth {name.Search} --against {name.Against} --around {Around(name)}{Band(name)}{Seed(name)}");

    private static string Around(WorthName name) => name.Around == BandAround.Limit ? "limit" : "winner";

    private static string Band(WorthName name) => name.Band is { } band
        ? string.Create(CultureInfo.InvariantCulture, $" --band {band.Low:0.####}..{band.High:0.####}")
        : "";

    private static string Seed(WorthName name) =>
        name.Seed is { } seed ? string.Create(CultureInfo.InvariantCulture, $" --seed {seed}") : "";
}
