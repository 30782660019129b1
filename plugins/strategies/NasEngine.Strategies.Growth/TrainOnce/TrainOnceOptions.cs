using NasEngine.Contracts;

namespace NasEngine.Strategies.Growth.TrainOnce;

/// <summary>Options of <c>train-once</c>.</summary>
/// <param name="Architectures">
/// Names of references or texts of architectures, joined by <c>;</c>; empty for the first choice of every decision.
/// </param>
/// <param name="Keep">Whether their networks are kept.</param>
internal sealed record TrainOnceOptions(string Architectures, bool Keep)
{
    /// <summary>Reads them.</summary>
    public static TrainOnceOptions Read(OptionReader options) => new(
        options.Text(
            "architectures", "",
            "Names of the space's references, or architectures in its text form, joined by ';'; without it the one of all first choices."),
        options.Flag(
            "keep", true, "Keeps their trained networks; false where the estimator trains none, such as one that looks results up."));
}
