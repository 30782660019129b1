using NasEngine.Contracts;
using NasEngine.Export;
using NasEngine.Host.Composition;
using NasEngine.Networks;
using NasEngine.Pipeline.Journal;

namespace NasEngine.Host.Exports;

/// <summary>The data of a search, for the inputs that an exported model is checked on; noise stands in where it is not at hand.</summary>
internal sealed class ExportData
{
    private readonly IDataset? _data;

    private ExportData(IDataset? data, string? remark) => (_data, Remark) = (data, remark);

    /// <summary>Why it is not at hand; null where it is.</summary>
    public string? Remark { get; }

    /// <summary>Opens it.</summary>
    /// <param name="header">The search.</param>
    /// <param name="services">Offers the data set.</param>
    /// <param name="folder">Where it lies now; null for where it was.</param>
    /// <exception cref="InputException">It is said where it lies, and it is not there.</exception>
    public static ExportData Of(SearchHeader header, HostServices services, string? folder)
    {
        try
        {
            var spec = header.Spec.Data ?? throw new InputException("the search has none");
            var placed = folder is null ? spec : spec with { Options = spec.Options.With(IDataset.FolderOption, Path.GetFullPath(folder)) };
            var data = services.Catalog.Create<IDataset, NoSetup>(placed, NoSetup.Value);
            return data.Hash == header.Origin.DataHash ? new ExportData(data, null) : throw new InputException(
                $"{(folder is null ? "the" : "The")} data of search '{header.Spec.Name}' is not what it was when the search ran (SHA-256 "
                + $"{data.Hash}, was {header.Origin.DataHash}).");
        }
        catch (InputException missing) when (folder is null)
        {
            return new ExportData(null, Clause.Of(missing.Message));
        }
    }

    /// <summary>What a network expects of its input, counted from the data.</summary>
    /// <exception cref="InputException">It is not at hand.</exception>
    public NetworkInput Input() => _data is not null ? NetworkInput.Of(_data) : throw new InputException(
        $"What the network expects of its input is in the data of the search alone, and that is not at hand: {Remark}; say where it lies "
        + $"by --data DIR.");

    /// <summary>The data itself.</summary>
    /// <exception cref="InputException">It is not at hand.</exception>
    public IDataset Data() => _data ?? throw new InputException(
        $"A model of 8 bits is measured on the data of the search, and that is not at hand: {Remark}; say where it lies by "
        + $"--data DIR.");

    /// <summary>Inputs to check a model on that takes pictures.</summary>
    /// <exception cref="InputException">The data is at hand, and is none of pictures.</exception>
    public OnnxSamples Pictures(NetworkInput input) => _data is null || _data.Train.Values.IsEmpty
        ? Samples(input)
        : throw new InputException(
            $"The data {input.Data} is none of pictures, and the format {OtherForms.CSharp} is a program that classifies them; take "
            + $"{OtherForms.Onnx}.");

    /// <summary>Inputs to check a model on.</summary>
    public OnnxSamples Samples(NetworkInput input) => _data is null ? OnnxSamples.Noise(input) : OnnxSamples.Of(_data);
}
