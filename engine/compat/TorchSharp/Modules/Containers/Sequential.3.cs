using System.Globalization;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>An ordered set of modules of any kind; the class that derives from it says how they run.</summary>
public abstract class Sequential<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>
{
    private readonly List<(string Name, nn.Module Module)> _modules = [];

    protected Sequential(params (string name, nn.Module submodule)[] modules) : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules) Add(name, module);
    }

    protected Sequential(params nn.Module[] modules) : base(nameof(Sequential))
    {
        foreach (var module in modules) Add(module);
    }

    public int Count => _modules.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => _modules[index].Module;

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T1, T2, T3, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, T3, TResult> append(nn.Module module)
    {
        Add(module);
        return this;
    }

    public override IEnumerable<(string name, nn.Module module)> named_children() => _modules;

    protected internal void Add(string name, nn.Module sm)
    {
        RegisterComponentsOf(sm);
        _modules.Add((name, sm));
    }

    protected internal void Add(nn.Module module) => Add(Count.ToString(CultureInfo.InvariantCulture), module);

    /// <summary>A part of this sequence; only the deriving class knows how to make one of its kind.</summary>
    protected virtual Sequential<T1, T2, T3, TResult> Slice(int start, int end) =>
        throw new NotSupportedException($"{GetType().Name} does not override Slice().");

    protected override void RegisterComponents()
    {
    }
}
