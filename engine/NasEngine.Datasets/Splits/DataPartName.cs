namespace NasEngine.Datasets;

/// <summary>What an example is for.</summary>
internal enum DataPartName
{
    /// <summary>Training.</summary>
    Train,

    /// <summary>Validation: of the training examples of a data set, those that no network is trained on.</summary>
    Validation,

    /// <summary>Test.</summary>
    Test,
}

/// <summary>The names that folders, columns and arrays give to parts.</summary>
internal static class DataPartNames
{
    private static readonly Dictionary<string, DataPartName> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["train"] = DataPartName.Train,
        ["training"] = DataPartName.Train,
        ["val"] = DataPartName.Validation,
        ["valid"] = DataPartName.Validation,
        ["validation"] = DataPartName.Validation,
        ["test"] = DataPartName.Test,
    };

    /// <summary>The part of a name, or null.</summary>
    public static DataPartName? Of(string name) => Known.TryGetValue(name, out var part) ? part : null;
}
