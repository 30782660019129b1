using System.Reflection;
using System.Runtime.CompilerServices;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Inline;

/// <summary>
/// The recipe's variables that a lambda uses. They are fields of what holds it: the recipe itself, or classes in which the compiler
/// keeps what lambdas of a block share, each of which may lead to the next.
/// </summary>
internal sealed class PartVariables
{
    private readonly Type _holder;
    private readonly List<FieldInfo> _links = [];
    private readonly List<(string Name, FieldInfo Field)> _values = [];

    private PartVariables(Type holder) => _holder = holder;

    /// <summary>Their names and types, in the order of their names.</summary>
    public IEnumerable<(string Name, Type Type)> All => _values.Select(one => (one.Name, one.Field.FieldType));

    /// <summary>Those of a lambda.</summary>
    /// <param name="root">Its method.</param>
    /// <param name="reach">The code that it reaches.</param>
    /// <exception cref="InputException">One cannot go to where the part runs.</exception>
    public static PartVariables Of(MethodBase root, CodeReach reach)
    {
        var found = new PartVariables(root.DeclaringType!);
        var holders = new Queue<Type>(root.IsStatic ? [] : [root.DeclaringType!]);
        while (holders.TryDequeue(out var holder))
        {
            foreach (var field in reach.Variables.Where(field => field.DeclaringType == holder))
            {
                if (CodeReach.IsHolder(field.FieldType))
                {
                    found._links.Add(field);
                    holders.Enqueue(field.FieldType);
                }
                else
                {
                    MustBeFixed(field, reach);
                    found._values.Add((field.Name, field));
                }
            }
        }

        found._values.Sort((one, other) => StringComparer.Ordinal.Compare(one.Name, other.Name));
        return found._values.GroupBy(one => one.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(
            same => same.Count() > 1) is { Key: var twice }
            ? throw new InputException($"uses two variables '{twice}'; give them names that differ by more than case.")
            : found;
    }

    /// <summary>Their values.</summary>
    /// <param name="target">What the lambda is bound to.</param>
    /// <exception cref="InputException">A value is nothing that can be written down.</exception>
    public OptionBag Read(object? target)
    {
        var holders = new Dictionary<Type, object?> { [_holder] = target };
        foreach (var link in _links)
        {
            holders[link.FieldType] = link.GetValue(holders[link.DeclaringType!]);
        }

        return _values.Aggregate(
            OptionBag.Empty,
            (bag, one) => bag.With(one.Name, VariableText.Of(one.Name, one.Field.GetValue(holders[one.Field.DeclaringType!]))));
    }

    /// <summary>What a lambda is bound to whose variables have these values.</summary>
    public object Bind(IReadOnlyDictionary<string, object> values)
    {
        var bound = RuntimeHelpers.GetUninitializedObject(_holder);
        var holders = new Dictionary<Type, object> { [_holder] = bound };
        foreach (var link in _links)
        {
            var next = holders[link.FieldType] = RuntimeHelpers.GetUninitializedObject(link.FieldType);
            link.SetValue(holders[link.DeclaringType!], next);
        }

        foreach (var (name, field) in _values)
        {
            field.SetValue(holders[field.DeclaringType!], values[name]);
        }

        return bound;
    }

    private static void MustBeFixed(FieldInfo field, CodeReach reach)
    {
        if (field.FieldType == typeof(Contracts.Recipes.RecipeGlobals))
        {
            throw new InputException(
                $"uses '{string.Join("' and '", reach.Globals)}' of the recipe, which is not there where it runs; call that before, keep "
                + "what it gives in a variable that is a number or a text, and use the variable.");
        }

        if (reach.Changed.Contains(field))
        {
            throw new InputException(
                $"changes the recipe's variable '{field.Name}', and it runs elsewhere, where the recipe would never see that; keep what it "
                + "counts in a class of the part.");
        }

        if (!VariableText.Takes(field.FieldType))
        {
            throw new InputException(
                $"uses the recipe's variable '{field.Name}', a {RecipeNames.Of(field.FieldType)}, which cannot go to where it runs; make "
                + $"it "
                + "within the part, or use variables that are numbers, texts, true or false, or lists of numbers.");
        }
    }
}
