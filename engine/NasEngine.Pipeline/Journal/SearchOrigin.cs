using MessagePack;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Pipeline.Journal;

/// <summary>With the spec, everything a search needs to be repeated.</summary>
/// <param name="EngineVersion">The program.</param>
/// <param name="Device">Where its tensors lived.</param>
/// <param name="DataHash">SHA-256 of its data, hexadecimal; null when it has none.</param>
/// <param name="PluginHashes">SHA-256 of the files of its plugins.</param>
/// <param name="Recipe">Path of its recipe; null when it has none.</param>
[MessagePackObject]
public sealed record SearchOrigin(
    [property: Key(0)] string EngineVersion,
    [property: Key(1)] string Device,
    [property: Key(2)] string? DataHash,
    [property: Key(3)] Dictionary<string, string> PluginHashes,
    [property: Key(4)] string? Recipe)
{
    /// <summary>How a search began that goes on with another definition; null where it is the one it began with.</summary>
    [Key(5)]
    public SearchBeginning? Began { get; init; }

    /// <summary>
    /// SHA-256 of the files that its parts read by path, see <see cref="SearchFiles"/>; null when an earlier program began it.
    /// </summary>
    [Key(6)]
    public Dictionary<string, string>? Files { get; init; }

    /// <summary>What is in the files that it reads.</summary>
    [IgnoreMember]
    public InputHashes Inputs => new(DataHash, new Dictionary<string, string>(Files ?? [], StringComparer.OrdinalIgnoreCase));
}

/// <summary>How a search began.</summary>
/// <param name="Link">The link before its first event.</param>
/// <param name="Spec">Its definition as MessagePack.</param>
[MessagePackObject]
public sealed record SearchBeginning([property: Key(0)] long Link, [property: Key(1)] byte[] Spec);
