namespace NasEngine.Networks;

/// <summary>Learning rate over a training: a function of the share that is done, so it has no state.</summary>
internal static class LearningRateSchedule
{
    /// <summary>Names of the schedules.</summary>
    public static readonly string[] Names = ["one-cycle", "cosine", "exponential", Constant];

    /// <summary>The highest rate in every step, however many there are.</summary>
    public const string Constant = "constant";

    private const double WarmUp = 0.3;
    private const double Start = 1.0 / 25;
    private const double End = Start / 10_000;
    private const double Decay = 0.97;
    private const double Decays = 150;
    private const long Long = 1_000_000_000;

    /// <summary>The rate of a step as a share of the highest.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="step">Steps done before it.</param>
    /// <param name="steps">Steps in all; from there on the last value holds.</param>
    /// <param name="end">Where <c>cosine</c> ends, and what <c>exponential</c> never falls under.</param>
    public static double Factor(string name, long step, long steps, double end = 0)
    {
        var last = Math.Max(1, steps - 1);
        var done = Math.Min(1, (double)step / last);
        return name switch
        {
            "one-cycle" => OneCycle(done, last),
            "cosine" => Anneal(1, end, (double)Math.Min(step, steps) / Math.Max(1, steps)),
            "exponential" => Exponential((double)Math.Min(step, steps) / Math.Max(1, steps), end),
            _ => 1,
        };
    }

    /// <summary>
    /// The same after a rise: in the first share of the steps the rate goes up evenly, then the schedule goes over the rest.
    /// </summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="step">Steps done before it.</param>
    /// <param name="steps">Steps in all.</param>
    /// <param name="warmUp">Share of the steps in which it rises, in [0, 1).</param>
    public static double WarmedUp(string name, long step, long steps, double warmUp)
    {
        var rising = (long)Math.Round(warmUp * steps);
        return step < rising ? (step + 1.0) / rising : Factor(name, step - rising, steps - rising);
    }

    /// <summary>The rate at a share of a long schedule that is behind, 0 to 1, as a share of the highest.</summary>
    public static double FactorAt(string name, double share, double end = 0) => name switch
    {
        "one-cycle" => OneCycle(share, Long),
        "cosine" => Anneal(1, end, share),
        "exponential" => Exponential(share, end),
        _ => 1,
    };

    /// <summary>
    /// Up from 1/25 by a cosine in the first 30%, then down to 1/250,000 by another (Smith and Topin, arXiv 1708.07120, in
    /// the form of torch's <c>OneCycleLR</c>).
    /// </summary>
    private static double OneCycle(double done, long last)
    {
        var peak = Math.Max(0, (WarmUp * (last + 1)) - 1) / last;
        return done <= peak
            ? Anneal(Start, 1, peak > 0 ? done / peak : 1)
            : Anneal(1, End, (done - peak) / (1 - peak));
    }

    /// <summary>
    /// Falls by 3 % a hundred and fifty times, as 360 epochs with a fall every 2.4 epochs, evenly and not in stairs, and is constant from
    /// where it comes to its end (BigNAS, arXiv 2003.11142, section 3.1, whose end is 5 %).
    /// </summary>
    private static double Exponential(double share, double end) => Math.Max(end, Math.Pow(Decay, Decays * share));

    private static double Anneal(double from, double to, double share) =>
        to + ((from - to) * (1 + Math.Cos(Math.PI * share)) / 2);
}
