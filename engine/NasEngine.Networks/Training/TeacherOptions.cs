using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>A network to learn from (Hinton, Vinyals and Dean, arXiv 1503.02531).</summary>
/// <param name="Description">Its description, <c>network.json</c> of a winner's folder.</param>
/// <param name="Weights">Its weights, <c>weights.safetensors</c> of the same folder.</param>
/// <param name="Temperature">T: what both networks give is divided by it before the softmax.</param>
/// <param name="Share">Share of the teacher in the loss, the labels having the rest.</param>
/// <param name="Hints">Weight in the loss of where it looks (<see cref="AttentionTransfer"/>); 0 for none.</param>
internal sealed record TeacherOptions(InputFile Description, InputFile Weights, double Temperature, double Share, double Hints)
{
    /// <summary>Reads them; null where no teacher is named.</summary>
    /// <exception cref="InputException">One of its files is named without the other.</exception>
    public static TeacherOptions? Read(OptionReader options)
    {
        var description = options.OptionalFile("teacher", "A network to learn from beside the labels: network.json of a winner's folder");
        var weights = options.OptionalFile("teacherWeights", "Its weights: weights.safetensors of the same folder");
        var beside = options.Unless("teacher", "");
        var temperature =
            beside.Number("temperature", 4, "What teacher and network give is divided by it before the softmax", min: 0.1, max: 100);
        var share = beside.Number("teacherShare", 0.9, "Share of the teacher in the loss; the labels have the rest", min: 0, max: 1);
        var hints = beside.Number(
            "hints", 0, "Weight in the loss of looking where the teacher looks, in maps of one size (attention transfer); usually 1",
            min: 0, max: 1000);
        return (description, weights) switch
        {
            (null, null) => null,
            ({ } one, { } other) => new TeacherOptions(one, other, temperature, share, hints),
            _ => throw new InputException(
                "A teacher is two files, and one of the options teacher and teacherWeights is not given: teacher names network.json of a "
                + "winner's folder, teacherWeights its weights.safetensors."),
        };
    }
}
