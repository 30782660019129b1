namespace NasEngine.Strategies.MultiFidelity.Curves;

/// <summary>When a candidate is not trained on. What it remembers follows from the curves that it was told of.</summary>
internal interface IStoppingRule
{
    /// <summary>A curve has an interval more.</summary>
    void Learn(Curve curve);

    /// <summary>Whether a candidate is stopped where it is, after that was learned.</summary>
    bool Stops(Curve curve);

    /// <summary>Forgets all and learns some curves, each with all its intervals.</summary>
    void Relearn(IEnumerable<Curve> curves);
}
