namespace NasEngine.Extensibility.Inline;

/// <summary>How a part is written in a recipe.</summary>
internal enum PartForm : byte
{
    /// <summary>A lambda that makes it.</summary>
    Factory,

    /// <summary>A lambda that is the score of an objective.</summary>
    Score,

    /// <summary>A class, made by its constructor.</summary>
    Class,
}
