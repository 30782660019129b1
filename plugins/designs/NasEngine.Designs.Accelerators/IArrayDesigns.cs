using NasEngine.Contracts;

namespace NasEngine.Designs.Accelerators;

/// <summary>A space whose architectures have an array.</summary>
internal interface IArrayDesigns : ISearchSpace
{
    /// <summary>The array of an architecture.</summary>
    /// <exception cref="InputException">It belongs to another space.</exception>
    SystolicArray Array(Architecture architecture);
}
