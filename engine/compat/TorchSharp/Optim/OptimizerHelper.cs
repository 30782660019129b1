using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Groups, state and files: what all optimisers share.</summary>
public abstract class OptimizerHelper : Optimizer
{
    protected OptimizerOptions _defaults = new();
    private readonly List<OptimizerState[]> _states = [];

    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using var tracked = enable_grad();
            loss = closure();
        }

        for (var i = 0; i < _states.Count; i++) Step(_parameter_groups[i], _states[i]);
        return loss;
    }

    public override void add_param_group(ParamGroup param_group)
    {
        Complete(param_group);
        param_group.InitialLearningRate = param_group.LearningRate;
        _parameter_groups.Add(param_group);
        var states = param_group.Parameters.Select(MakeState).ToArray();
        foreach (var state in states) state.Initialize(param_group.Options!);
        _states.Add(states);
    }

    public virtual StateDictionary state_dict()
    {
        var dictionary = new StateDictionary();
        foreach (var (group, states) in _parameter_groups.Zip(_states))
        {
            dictionary.Options.Add(group.Options!);
            dictionary.StateIndexRef.Add(Enumerable.Range(dictionary.State.Count, states.Length).ToList());
            dictionary.State.AddRange(states);
        }

        return dictionary;
    }

    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        Check(state_dict.Options.Count, state_dict.State.Count, own);
        foreach (var (target, source) in own.Options.Zip(state_dict.Options))
        {
            if (target != source) target.LoadStateDict(source);
        }

        foreach (var (target, source) in own.State.Zip(state_dict.State))
        {
            if (target != source) target.LoadStateDict(source);
        }
    }

    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    public void save_state_dict(BinaryWriter writer)
    {
        var dictionary = state_dict();
        writer.Write(GetType().Name);
        writer.Encode(dictionary.Options.Count);
        writer.Encode(dictionary.State.Count);
        foreach (var options in dictionary.Options) options.SaveStateDict(writer);
        foreach (var state in dictionary.State) state.SaveStateDict(writer);
    }

    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    public void load_state_dict(BinaryReader reader)
    {
        var name = reader.ReadString();
        if (name != GetType().Name)
            throw new InvalidDataException(
                $"Mismatched optimizer type: expected '{GetType().Name}', but found '{name}' in the loaded stream.");
        var own = state_dict();
        Check(reader.Decode(), reader.Decode(), own);
        foreach (var options in own.Options) options.LoadStateDict(reader);
        foreach (var state in own.State) state.LoadStateDict(reader);
    }

    public void to(Device device)
    {
        foreach (var state in _states.SelectMany(states => states)) state.to(device);
    }

    /// <summary>Fills what the group leaves open from the optimiser's defaults.</summary>
    private protected abstract void Complete(ParamGroup group);

    private protected abstract OptimizerState MakeState(Parameter parameter);

    /// <summary>One step of one group, natively, for all its parameters.</summary>
    private protected abstract void Step(ParamGroup group, OptimizerState[] states);

    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        foreach (var state in _states.SelectMany(states => states)) state.Release();
    }

    private static void Check(long options, long states, StateDictionary own)
    {
        if (options != own.Options.Count)
            throw new ArgumentException(
                $"Invalid optimizer state -- different number of parameter groups: {options} for {own.Options.Count}.");
        if (states != own.State.Count)
            throw new ArgumentException($"Invalid optimizer state -- different number of states: {states} for {own.State.Count}.");
    }
}
