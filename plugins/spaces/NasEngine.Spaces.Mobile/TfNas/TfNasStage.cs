using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.TfNas;

/// <summary>A searched stage.</summary>
/// <param name="Channels">Output channels of each block.</param>
/// <param name="Blocks">The most blocks; the depth is 1 to this (sink-connecting).</param>
/// <param name="Stride">Stride of the first block.</param>
/// <param name="Activation">Non-linearity of the stage.</param>
public sealed record TfNasStage(int Channels, int Blocks, int Stride, ActivationKind Activation)
{
    /// <summary>Names of a table's columns.</summary>
    public const string Columns = "channels blocks stride activation";

    /// <summary>The stages of a table.</summary>
    /// <exception cref="InputException">A row is malformed; the message names it.</exception>
    public static ImmutableArray<TfNasStage> Parse(string table) => [.. MacroTable.Parse(table, Columns.Split(' ')).Select(row =>
        new TfNasStage(
            row.Integer("channels"), row.Integer("blocks"), row.Integer("stride"),
            ActivationNames.Parse(row.Words("activation", "relu", "relu6", "swish", "hswish")[0])))];
}
