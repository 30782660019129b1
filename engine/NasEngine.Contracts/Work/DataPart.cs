namespace NasEngine.Contracts;

/// <summary>The two parts that a search divides the training data into.</summary>
public enum DataPart
{
    /// <summary>What weights are trained on.</summary>
    Training,

    /// <summary>What is held out from them.</summary>
    Validation,
}
