using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Whether a space is one of sequences where the data are sequences, and the other way round.</summary>
internal static class SequenceFit
{
    /// <summary>Looks at the first network of a space.</summary>
    /// <exception cref="InputException">They do not fit: by kind, by length, by tokens or by classes.</exception>
    public static void Check(INetworkSpace space, IDataset data, string user)
    {
        var first = space.Describe(space.Decisions.Architecture(new int[space.Decisions.Decisions.Length]));
        var tokens = first.Nodes.Select(node => node.Operation).OfType<Embedding>().Select(embedding => embedding.Tokens).FirstOrDefault();
        var there = data.Train.Tokens;
        if (tokens == 0 && there > 0)
        {
            throw new InputException(
                $"{user} was given space '{space.Decisions.Id}', which is not for sequences, and data '{data.Name}', which is; use the "
                + $"space 'sequence', new {{ Tokens = {there}, Length = {data.Train.Shape.Width}, Classes = {data.Classes} }}.");
        }

        if (tokens > 0 && there == 0)
        {
            throw new InputException(
                $"{user} was given space '{space.Decisions.Id}', which is for sequences, and data '{data.Name}', which has none; use a "
                + $"space of images or tables.");
        }

        if (there > tokens || (there > 0 && (space.Input.Width != data.Train.Shape.Width || space.Classes != data.Classes)))
        {
            throw new InputException(
                $"Space '{space.Decisions.Id}' is for sequences of {space.Input.Width} of {tokens} tokens in {space.Classes} classes; data "
                + $"'{data.Name}' has {data.Train.Shape.Width} of {there} in {data.Classes}. Give the space new {{ Tokens = {there}, "
                + $"Length = {data.Train.Shape.Width}, Classes = {data.Classes} }}.");
        }
    }
}
