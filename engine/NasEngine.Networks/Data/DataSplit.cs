using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Which images train and which ones validate.</summary>
/// <param name="Train">Numbers of the images that weights are trained on.</param>
/// <param name="Validation">Numbers of the others.</param>
internal sealed record DataSplit(int[] Train, int[] Validation)
{
    /// <summary>
    /// A stratified split: of each class the same share trains, rounded. A function of the labels, the share and the
    /// seed, so every worker of a search has the same one.
    /// </summary>
    /// <param name="labels">A label per image.</param>
    /// <param name="share">Share that trains, in (0, 1).</param>
    /// <param name="seed">The search's seed.</param>
    public static DataSplit Stratified(ReadOnlySpan<byte> labels, double share, ulong seed)
    {
        var byClass = new SortedDictionary<byte, List<int>>();
        for (var i = 0; i < labels.Length; i++)
        {
            if (!byClass.TryGetValue(labels[i], out var members))
            {
                byClass[labels[i]] = members = [];
            }

            members.Add(i);
        }

        var train = new List<int>(labels.Length);
        var validation = new List<int>(labels.Length);
        foreach (var (label, members) in byClass)
        {
            var order = members.ToArray();
            RandomSource.For(seed, label, "split").Shuffle<int>(order);
            var cut = (int)Math.Round(share * order.Length);
            train.AddRange(order.AsSpan(0, cut));
            validation.AddRange(order.AsSpan(cut));
        }

        return new DataSplit([.. train.Order()], [.. validation.Order()]);
    }
}
