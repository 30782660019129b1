namespace NasEngine.Contracts;

/// <summary>
/// A data set of labelled images, of rows of a table, or of sequences. Immutable; loaded when first asked for; safe from several threads.
/// </summary>
public interface IDataset
{
    /// <summary>
    /// The option that says where a data set's files lie. What is in them is a part of a search, by <see cref="Hash"/>; where they lie
    /// is none.
    /// </summary>
    const string FolderOption = "data";

    /// <summary>What people call it.</summary>
    string Name { get; }

    /// <summary>Number of classes; 1 where a number is to be learned (<see cref="LabelledImages.Targets"/>).</summary>
    int Classes { get; }

    /// <summary>Names of the classes by number; empty where they have none.</summary>
    IReadOnlyList<string> ClassNames => [];

    /// <summary>Names of the features, of data whose examples have a channel for each; empty for images.</summary>
    IReadOnlyList<string> FeatureNames => [];

    /// <summary>What token numbers stand for, of sequences; null for other data.</summary>
    Vocabulary? Vocabulary => null;

    /// <summary>How its pictures were brought to one size; null for other data, and for pictures that had it.</summary>
    PictureResizing? Resizing => null;

    /// <summary>SHA-256 over all its bytes in hexadecimal: what the journal remembers of it.</summary>
    string Hash { get; }

    /// <summary>What its users may not expect of it, a sentence each, such as classes without images; shown when a search begins.</summary>
    IReadOnlyList<string> Remarks => [];

    /// <summary>Examples that searches may use.</summary>
    LabelledImages Train { get; }

    /// <summary>Examples that only the finalists' test accuracy is measured on.</summary>
    LabelledImages Test { get; }
}
