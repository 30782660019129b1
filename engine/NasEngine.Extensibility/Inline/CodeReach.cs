using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;
using NasEngine.Extensibility.Recipes;

namespace NasEngine.Extensibility.Inline;

/// <summary>
/// The code of a recipe that a part reaches, and a hash of it. A class that it names is reached with all its members; of the class
/// that the recipe itself becomes, and of those that hold its lambdas, only what is named. The hash knows neither comments nor lines
/// nor the tokens of the assembly: all that it says of a member is its name and what it does.
/// </summary>
internal sealed class CodeReach
{
    /// <summary>
    /// How the class is named in which the compiler keeps lists of constants, each as a field that is named by their hash.
    /// </summary>
    private const string Constants = "<PrivateImplementationDetails>";

    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly Assembly _own;
    private readonly CodeNames _names;
    private readonly Queue<MemberInfo> _open = new();
    private readonly HashSet<MemberInfo> _seen = [];
    private readonly CodeText _text;
    private readonly List<FieldInfo> _fields = [];
    private readonly HashSet<FieldInfo> _written = [];
    private readonly SortedSet<string> _globals = new(StringComparer.Ordinal);

    private CodeReach(Assembly own)
    {
        _own = own;
        _names = new CodeNames(own);
        _text = new CodeText(_names);
    }

    /// <summary>SHA-256 of it, hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Classes of the recipe that it names, in the order in which it does.</summary>
    public List<Type> Types { get; } = [];

    /// <summary>Fields of the recipe, and of what holds its lambdas, that it uses: variables, and what leads to them.</summary>
    public IReadOnlyList<FieldInfo> Variables => _fields;

    /// <summary>Those that it changes.</summary>
    public IReadOnlySet<FieldInfo> Changed => _written;

    /// <summary>Whether it uses a library of the recipe (<c>#r</c>).</summary>
    public bool UsesLibraries { get; private set; }

    /// <summary>What it calls of the program that runs the recipe.</summary>
    public IReadOnlyCollection<string> Globals => _globals;

    /// <summary>Follows the code from a method or a class.</summary>
    public static CodeReach From(MemberInfo root)
    {
        var reach = new CodeReach(root.Module.Assembly);
        reach._text.Say(root is Type type ? reach._names.Of(type) : reach._names.Of((MethodBase)root));
        reach.Follow(root);
        while (reach._open.TryDequeue(out var member))
        {
            reach.Take(member);
        }

        reach.Hash = reach._text.Hash();
        return reach;
    }

    /// <summary>Whether of this class only what is named belongs to a part.</summary>
    public static bool IsHolder(Type type) =>
        IsRecipe(type) || type.Name.StartsWith(Constants, StringComparison.Ordinal)
            || type.Name.StartsWith("<>c", StringComparison.Ordinal);

    private static bool IsRecipe(Type type) => type is { DeclaringType: null, Name: RecipeCompiler.ClassName };

    private void Follow(MemberInfo member)
    {
        if (member is Type { HasElementType: true } made)
        {
            Follow(made.GetElementType()!);
            return;
        }

        if (member is Type { IsGenericParameter: true } or Type { IsFunctionPointer: true })
        {
            return;
        }

        foreach (var argument in member switch
        {
            Type { IsGenericType: true, IsGenericTypeDefinition: false } type => type.GetGenericArguments(),
            MethodInfo { IsGenericMethod: true, IsGenericMethodDefinition: false } method => method.GetGenericArguments(),
            _ => [],
        })
        {
            Follow(argument);
        }

        if (member.DeclaringType is { } owner && member is not Type)
        {
            Follow(owner);
        }

        if (member.DeclaringType is { HasElementType: true })
        {
            return; // What the runtime itself makes for arrays.
        }

        if (member.Module.Assembly == _own)
        {
            var definition = _own.ManifestModule.ResolveMember(member.MetadataToken)!;
            if ((definition is Type || IsHolder(definition.DeclaringType!)) && _seen.Add(definition))
            {
                _open.Enqueue(definition);
            }
        }
        else if (AssemblyLoadContext.GetLoadContext(member.Module.Assembly) == AssemblyLoadContext.GetLoadContext(_own))
        {
            UsesLibraries = true;
        }
    }

    private void Take(MemberInfo member)
    {
        switch (member)
        {
            case Type type when IsHolder(type):
                break;
            case Type type:
                Types.Add(type);
                var above = type.BaseType is null ? "" : _names.Of(type.BaseType);
                _text.Say($"type {_names.Of(type)} : {above} ({_names.Of(type.GetInterfaces())}) {type.Attributes}");
                foreach (var other in type.GetInterfaces().Append(type.BaseType ?? typeof(object)))
                {
                    Follow(other);
                }

                foreach (var one in type.GetMembers(All).Where(one => one is MethodBase or FieldInfo).OrderBy(one => one.MetadataToken))
                {
                    Take(one);
                }

                break;
            case FieldInfo field:
                Take(field);
                break;
            case MethodBase method:
                Take(method);
                break;
        }
    }

    private void Take(FieldInfo field)
    {
        var value = field.IsLiteral ? CodeText.Constant(field.GetRawConstantValue()) : "";
        _text.Say($"field {_names.Of(field)} {field.Attributes} {value}{_text.Attributes(field)}");
        Follow(field.FieldType);
        if (IsHolder(field.DeclaringType!) && !field.IsStatic)
        {
            _fields.Add(field);
        }
        else if (IsRecipe(field.DeclaringType!) && field.DeclaringType!.TypeInitializer is { } first)
        {
            Follow(first);
        }
    }

    private void Take(MethodBase method)
    {
        _text.Say($"method {_names.Of(method)} {method.Attributes}{_text.Attributes(method)}");
        foreach (var parameter in method.GetParameters())
        {
            Follow(parameter.ParameterType);
            _text.Say($"{parameter.Name} {(parameter.HasDefaultValue ? CodeText.Constant(parameter.RawDefaultValue) : "")}");
        }

        if (method is MethodInfo { ReturnType: var returned })
        {
            Follow(returned);
        }

        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        foreach (var local in body.LocalVariables)
        {
            _text.Say($"local {_names.Of(local.LocalType)}");
            Follow(local.LocalType);
        }

        foreach (var clause in body.ExceptionHandlingClauses)
        {
            _text.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{clause.Flags} {clause.TryOffset} {clause.TryLength} {clause.HandlerOffset} {clause.HandlerLength}"));
            if (clause.Flags == ExceptionHandlingClauseOptions.Clause && clause.CatchType is { } caught)
            {
                _text.Say(_names.Of(caught));
                Follow(caught);
            }
        }

        Type[] ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : [];
        Type[] ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : [];
        foreach (var instruction in IlInstruction.Of(body.GetILAsByteArray()!))
        {
            _text.Say($"{instruction.Code.Name} {Operand(instruction, ofType, ofMethod)}");
        }
    }

    private string Operand(IlInstruction instruction, Type[] ofType, Type[] ofMethod)
    {
        switch (instruction.Code.OperandType)
        {
            case OperandType.InlineString:
                return CodeText.Constant(_own.ManifestModule.ResolveString(instruction.Token));
            case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                var member = _own.ManifestModule.ResolveMember(instruction.Token, ofType, ofMethod)!;
                Note(instruction, member);
                Follow(member);
                return member switch
                {
                    Type type => _names.Of(type),
                    FieldInfo field => _names.Of(field),
                    _ => _names.Of((MethodBase)member),
                };
            case OperandType.InlineSig:
                return "";
            default:
                return Convert.ToHexStringLower(instruction.Operand.Span);
        }
    }

    private void Note(IlInstruction instruction, MemberInfo member)
    {
        if (member is FieldInfo field && instruction.Code == OpCodes.Stfld && IsHolder(field.DeclaringType!))
        {
            _written.Add((FieldInfo)_own.ManifestModule.ResolveMember(field.MetadataToken)!);
        }

        if (member is MethodBase { IsStatic: false } && member.DeclaringType == typeof(Contracts.Recipes.RecipeGlobals))
        {
            _globals.Add(member.Name.StartsWith("get_", StringComparison.Ordinal) ? member.Name[4..] : member.Name);
        }
    }
}
