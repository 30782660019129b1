using System.Text.Json;

namespace NasEngine.Networks;

/// <summary>A profile as it comes back from a worker.</summary>
/// <param name="Table">The table, as a file of it.</param>
/// <param name="Check">How well it predicts.</param>
/// <param name="Spread">Median spread.</param>
/// <param name="Unsteady">Operations whose times differ much.</param>
internal sealed record ProfileAnswer(byte[] Table, LatencyCheck Check, double Spread, UnsteadyOperation[] Unsteady)
{
    private static readonly JsonSerializerOptions Options =
        new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Of a profile.</summary>
    public static byte[] Of(SpaceProfile profile) => JsonSerializer.SerializeToUtf8Bytes(
        new ProfileAnswer(profile.Table.ToBytes(), profile.Check, profile.Spread, [.. profile.Unsteady]), Options);

    /// <summary>The profile.</summary>
    public static SpaceProfile Read(byte[] bytes)
    {
        var answer = JsonSerializer.Deserialize<ProfileAnswer>(bytes, Options)!;
        return new SpaceProfile(LatencyTableJson.Read(answer.Table, "of the worker"), answer.Check, answer.Spread)
        {
            Unsteady = [.. answer.Unsteady],
        };
    }
}
