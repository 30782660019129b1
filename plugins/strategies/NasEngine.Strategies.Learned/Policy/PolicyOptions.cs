using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned;

/// <summary>Options of a controller: an LSTM policy that is trained by the scores of what it draws.</summary>
/// <param name="Layers">Layers of the LSTM, at least 1.</param>
/// <param name="Units">Units of a layer, at least 1.</param>
/// <param name="InitRange">Parameters begin uniform in ± this.</param>
/// <param name="Adam">Step size and moments.</param>
/// <param name="Batch">Scored architectures of an update, at least 1.</param>
/// <param name="Epochs">Gradient steps of an update, at least 1.</param>
/// <param name="Clip">ε of PPO's clipped ratios; null for REINFORCE.</param>
/// <param name="BaselineDecay">Decay of the moving average of rewards that is the baseline, in [0, 1).</param>
/// <param name="EntropyWeight">Weight of the policy's entropy in what is maximised, at least 0.</param>
/// <param name="Unique">Whether a network that was measured counts with the score it has instead of being proposed again.</param>
internal sealed record PolicyOptions(
    int Layers,
    int Units,
    double InitRange,
    AdamOptions Adam,
    int Batch,
    int Epochs,
    double? Clip,
    double BaselineDecay,
    double EntropyWeight,
    bool Unique)
{
    /// <summary>
    /// REINFORCE (Williams, 1992) as in neural architecture search (Zoph and Le, ICLR 2017, arXiv 1611.01578, section 4.1): two layers of
    /// 35 units, ±0.08, Adam at 0.0006, eight architectures an update.
    /// </summary>
    public static PolicyOptions ReadReinforce(OptionReader options) => Read(options, 2, 35, 0.08, 0.0006, 8, "Zoph and Le, section 4.1", 0)
        with { Epochs = 1, Clip = null };

    /// <summary>
    /// Proximal policy optimisation (arXiv 1707.06347) as in NASNet (CVPR 2018, arXiv 1707.07012, appendix A) and MnasNet (CVPR 2019,
    /// arXiv 1807.11626): a layer of 100 units, ±0.1, Adam at 0.00035, entropy 0.00001. A batch of 20 and ten epochs are set here.
    /// </summary>
    public static PolicyOptions ReadPpo(OptionReader options) => Read(options, 1, 100, 0.1, 0.00035, 20, "NASNet, appendix A", 0.00001) with
    {
        Clip = options.Number(
            "clip", 0.2, "ε by which PPO's ratios of probabilities may leave 1 (arXiv 1707.06347, eq. 7).", min: 1e-6, max: 1),
        Epochs = (int)options.Integer(
            "epochs", 10, "Gradient steps on each batch, K of arXiv 1707.06347 (10 in its table 3).", min: 1, max: 10_000),
    };

    private static PolicyOptions Read(
        OptionReader options, int layers, int units, double range, double rate, int batch, string source, double entropy) => new(
        (int)options.Integer("layers", layers, $"Layers of the LSTM ({source}).", min: 1, max: 100),
        (int)options.Integer(
            "units", units, $"Units of each layer, and width of the embeddings of choices ({source}).", min: 1, max: 10_000),
        options.Number("initRange", range, $"Parameters begin uniform in ± this ({source}).", min: 1e-9, max: 100),
        AdamOptions.Read(options, new AdamOptions(rate)),
        (int)options.Integer(
            "batch", batch, "Scored architectures of an update of the policy; NAS has 8 (section 4.1).", min: 1, max: 1_000_000),
        1,
        null,
        options.Number(
            "baselineDecay", 0.95, "Decay of the moving average of rewards, the baseline (NASNet, appendix A).", min: 0, max: 1 - 1e-12),
        options.Number(
            "entropyWeight", entropy, "Weight of the policy's entropy in nats, against settling early (NASNet: 0.00001).", min: 0),
        options.Flag(
            "unique", true,
            "A network that was measured is not trained again: drawn again, it counts with its score; false trains it anew."));
}
