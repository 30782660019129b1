using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Which images train and which ones validate.</summary>
/// <param name="Train">Numbers of the images that weights are trained on.</param>
/// <param name="Validation">Numbers of the others.</param>
internal sealed record DataSplit(int[] Train, int[] Validation)
{
    /// <summary>
    /// The split of an estimator's training images; it must leave images to train on, and others to validate on. Data that says itself
    /// what is for validation is kept to.
    /// </summary>
    /// <param name="images">The images.</param>
    /// <param name="heldOut">Share that validates, in (0, 1).</param>
    /// <param name="seed">The search's seed.</param>
    /// <param name="user">Whose it is, for the message.</param>
    /// <exception cref="InputException">The share rounds to none or to all of every class.</exception>
    public static DataSplit Of(LabelledImages images, double heldOut, ulong seed, string user)
    {
        if (images.ValidationCount > 0)
        {
            var training = images.Count - images.ValidationCount;
            return new DataSplit([.. Enumerable.Range(0, training)], [.. Enumerable.Range(training, images.ValidationCount)]);
        }

        int[] labels = images.Targets.IsEmpty ? images.Labels.ToArray() : new int[images.Count];
        var split = Stratified(labels, 1 - heldOut, seed);
        if (split.Train.Length > 0 && split.Validation.Length > 0)
        {
            return split;
        }

        var least = 0.5 / labels.CountBy(label => label).Max(group => group.Value);
        var none = split.Validation.Length == 0;
        throw new InputException(string.Create(
            CultureInfo.InvariantCulture,
            $"{user} holds out {heldOut} of each class to validate on, and of {images.Count} images that rounds to "
            + $"{(none ? "none" : "all")}, "
            + $"which leaves nothing to {(none ? "validate" : "train")} on; give a heldOut "
            + $"{(none ? $"above {least:0.####}" : $"below {1 - least:0.####}")}, or more images."));
    }

    /// <summary>
    /// A stratified split: of each class the same share trains, rounded. A function of the labels, the share and the
    /// seed, so every worker of a search has the same one.
    /// </summary>
    /// <param name="labels">A label per image.</param>
    /// <param name="share">Share that trains, in (0, 1).</param>
    /// <param name="seed">The search's seed.</param>
    public static DataSplit Stratified(ReadOnlySpan<int> labels, double share, ulong seed)
    {
        var byClass = new SortedDictionary<int, List<int>>();
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
