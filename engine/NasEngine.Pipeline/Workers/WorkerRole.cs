namespace NasEngine.Pipeline.Workers;

/// <summary>Which of a search's two estimators a job is for.</summary>
public enum WorkerRole
{
    /// <summary>The estimator of candidates.</summary>
    Search = 0,

    /// <summary>The estimator of finalists.</summary>
    Final = 1,
}
