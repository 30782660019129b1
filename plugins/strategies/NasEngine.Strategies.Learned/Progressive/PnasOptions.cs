using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned;

/// <summary>Options of PNAS (ECCV 2018, arXiv 1712.00559).</summary>
/// <param name="Beam">Architectures trained on each level after the first, and expanded, at least 1: K.</param>
/// <param name="Lstm">Whether the surrogates are LSTMs; else MLPs.</param>
/// <param name="Ensemble">Surrogates, at least 2; each is trained without its share of the data.</param>
/// <param name="Units">Width of embeddings and layers.</param>
/// <param name="Epochs">Passes over the data in a refit.</param>
/// <param name="Batch">Architectures of a gradient step.</param>
/// <param name="FirstRate">Adam's step size after the first level.</param>
/// <param name="Rate">Adam's step size after the others.</param>
internal sealed record PnasOptions(int Beam, bool Lstm, int Ensemble, int Units, int Epochs, int Batch, double FirstRate, double Rate)
{
    /// <summary>Reads them.</summary>
    public static PnasOptions Read(OptionReader options) => new(
        (int)options.Integer(
            "beam", 256, "Architectures that are trained on each level after the first, and expanded (K).", min: 1, max: 1_000_000),
        options.OneOf("surrogate", "mlp", "What predicts scores: mlp or lstm (section 3.3).", "mlp", "lstm") == "lstm",
        (int)options.Integer("ensemble", 5, "Surrogates, each trained without its share of the data (section 3.3).", min: 2, max: 1_000),
        (int)options.Integer("units", 100, "Width of the surrogates' embeddings and layers (supplementary material).", min: 1, max: 10_000),
        (int)options.Integer("epochs", 20, "Passes over the data when the surrogates are trained on.", min: 1, max: 1_000_000),
        (int)options.Integer("batch", 16, "Architectures of a gradient step of the surrogates.", min: 1, max: 1_000_000),
        options.Number(
            "firstRate", 0.01, "Adam's step size for the surrogates after the first level (supplementary material).", min: 1e-12),
        options.Number("rate", 0.002, "Adam's step size for the surrogates after the other levels (supplementary material).", min: 1e-12));
}
