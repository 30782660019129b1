namespace NasEngine.Contracts;

/// <summary>An estimator that can hand over the network of the candidate it evaluated last.</summary>
public interface IArtifactEstimator : IEstimator
{
    /// <summary>Writes what a user wants of the trained network into an existing folder, e.g. <c>weights.safetensors</c>.</summary>
    void Export(Candidate candidate, string folder);
}
