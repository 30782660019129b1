using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;

namespace NasEngine.Extensibility.Inline;

/// <summary>A part of a recipe in memory: what code it reaches, what it is made with, and how.</summary>
internal sealed class PartCode
{
    private readonly Type _kind;
    private readonly PartForm _form;
    private readonly MethodBase _maker;
    private readonly PartVariables? _variables;
    private readonly IReadOnlyList<PartArgument> _arguments;

    private PartCode(Type kind, PartForm form, MethodBase maker, CodeReach reach)
    {
        (_kind, _form, _maker, Reach) = (kind, form, maker, reach);
        _variables = form == PartForm.Class ? null : PartVariables.Of(maker, reach);
        _arguments = _variables is not null
            ? [.. _variables.All.Select(one => new PartArgument(one.Name, one.Type, null))]
            : [.. maker.GetParameters().Where(one => one.ParameterType != PartKinds.SetupOf(kind)).Select(PartArgument.Of)];
    }

    /// <summary>The code that it reaches.</summary>
    public CodeReach Reach { get; }

    /// <summary>The class of the recipe that it is of, where there is one; otherwise what it is.</summary>
    public string Name => _form == PartForm.Score ? "score"
        : Reach.Types.Where(type => type.IsAssignableTo(_kind) && !type.IsAbstract).ToArray() is [var only] ? only.Name : "inline";

    /// <summary>The part of a lambda or a class.</summary>
    /// <param name="kind">The interface that it is made as.</param>
    /// <param name="form">How it is written.</param>
    /// <param name="root">The lambda's method, or the class.</param>
    /// <exception cref="InputException">It cannot be taken out of the recipe; the message begins with a verb.</exception>
    public static PartCode Of(Type kind, PartForm form, MemberInfo root)
    {
        if (root is Type { IsGenericType: true } or MethodBase { IsGenericMethod: true }
            or MethodBase { DeclaringType.IsGenericType: true })
        {
            throw new InputException("is generic; write it for one type");
        }

        var maker = root as MethodBase ?? ConstructorOf((Type)root);
        return new PartCode(kind, form, maker, CodeReach.From(root));
    }

    /// <summary>SHA-256 of what it is: its code, and the libraries that it runs with.</summary>
    /// <param name="libraries">The libraries.</param>
    public string Hash(IEnumerable<(string Name, byte[] Content)> libraries)
    {
        var text = new StringBuilder().AppendLine(_kind.FullName).AppendLine(_form.ToString()).AppendLine(Reach.Hash);
        foreach (var (name, content) in libraries)
        {
            text.AppendLine(name).AppendLine(Convert.ToHexStringLower(SHA256.HashData(content)));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The values of the recipe's variables that a lambda uses.</summary>
    /// <param name="written">The lambda.</param>
    /// <exception cref="InputException">One has none.</exception>
    public OptionBag Values(Delegate written) => _variables!.Read(written.Target);

    /// <summary>Reads variables or arguments from options.</summary>
    /// <exception cref="InputException">One is not of its type.</exception>
    public IReadOnlyDictionary<string, object?> Read(OptionReader options) =>
        _arguments.ToDictionary(argument => argument.Name, argument => argument.Read(options));

    /// <summary>Makes it.</summary>
    /// <param name="values">What <see cref="Read"/> read.</param>
    /// <param name="setup">What its kind is made with.</param>
    /// <exception cref="InputException">An argument has no value, or a score reads no metric.</exception>
    public object Make(IReadOnlyDictionary<string, object?> values, object setup)
    {
        if (_arguments.FirstOrDefault(argument => values[argument.Name] is null) is { } missing)
        {
            throw new InputException(
                $"The {PartKind.Name(_kind)} '{Name}' needs the option '{missing.Name}'; give it one: new {{ {missing.Example} }}.");
        }

        if (_maker is ConstructorInfo constructor)
        {
            return constructor.Invoke(
                BindingFlags.DoNotWrapExceptions,
                null,
                [.. constructor.GetParameters().Select(one => one.ParameterType == PartKinds.SetupOf(_kind) ? setup : values[one.Name!])],
                null);
        }

        var target = _maker.IsStatic ? null : _variables!.Bind(values!);
        return _form == PartForm.Score
            ? new ScoreObjective(((MethodInfo)_maker).CreateDelegate<Func<IReadOnlyDictionary<string, double>, double>>(target))
            : _maker.Invoke(
                target, BindingFlags.DoNotWrapExceptions, null, PartKinds.SetupOf(_kind) == typeof(NoSetup) ? [] : [setup], null)
                ?? throw new InputException($"The {PartKind.Name(_kind)} that a lambda of the recipe makes is null.");
    }

    private static ConstructorInfo ConstructorOf(Type type) => type.GetConstructors() is [var only] && !type.IsAbstract
        ? only
        : throw new InputException(
            $"is of class '{type.Name}', which must not be abstract and must have one public constructor; it has "
            + $"{type.GetConstructors().Length}");
}
