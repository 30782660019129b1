using System.Text.Json;

namespace NasEngine.Networks;

/// <summary>What a worker is asked that profiles a space on its machine; see <see cref="SpaceProfile.Measure"/>.</summary>
/// <param name="Networks">Whole networks.</param>
/// <param name="Rounds">Rounds of which the median counts.</param>
/// <param name="Seed">Which networks.</param>
public sealed record ProfileRequest(int Networks, int Rounds, ulong Seed)
{
    /// <summary>Rounds that are measured where nobody says how many.</summary>
    public const int UsualRounds = 30;

    /// <summary>Name of the estimator of a worker that does it.</summary>
    public const string EstimatorId = "space-profile";

    /// <summary>As it goes to the worker.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>As it comes to the worker.</summary>
    internal static ProfileRequest Read(byte[] bytes) => JsonSerializer.Deserialize<ProfileRequest>(bytes)!;
}
