using System.Collections;
using System.Reflection;
using MessagePack;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Tests.Searches;

/// <summary>Every word of a definition, found by reflection and changed alone: each is compared, or stands here as free.</summary>
public sealed class SpecWordsTests
{
    /// <summary>
    /// The name is how the other definition is found; what an axis, a requirement or an offered objective's targets say follows from
    /// the words that are compared.
    /// </summary>
    private static readonly string[] Free = ["Name", "Objective.Requirements[0].IsRequired"];

    private static readonly SearchSpec Full = Specs.Supernet with
    {
        Space = Part("fbnetv2-f", "scale"),
        Strategy = Part("portfolio", "share") with { Inner = [Part("fp-nas", "lambda"), Part("random", "unique")] },
        Data = Part("fashion-mnist", "classes"),
        Estimator = Part("supernet", "batch") with { Inner = [Part("table", "format")] },
        Final = new FinalSpec(Part("from-scratch", "epochs"), 2),
        Profiler = Part("torch", "runs"),
        Costs = Part("lookup", "device") with { Inner = [Part("energy", "unit")] },
        Objective = Maximize.Accuracy().Under(Costs.Macs(3e6)).Require("params", atMost: 2).Against("latency_ms"),
        Budget = new Budget(300) { Trials = 100, Steps = 200, Epochs = 40, VirtualSeconds = 1e5, Time = TimeSpan.FromHours(1) },
    };

    [Fact]
    public void Any_change_of_any_word_is_a_difference_but_for_those_that_are_free()
    {
        var changes = Changes(Full, "").ToArray();
        changes.Should().HaveCountGreaterThan(50);
        changes.Where(change => SpecDifference.Of(Full, (SearchSpec)change.Changed).Count == 0).Select(change => change.Word)
            .Should().BeEquivalentTo(Free);
    }

    [Fact]
    public void Every_word_is_in_the_journal_as_it_was_said()
    {
        foreach (var (word, changed) in Changes(Full, "").Prepend(("", Full)))
        {
            var record = MessagePackSerializer.Serialize(((SearchSpec)changed).ToRecord());
            var back = MessagePackSerializer.Deserialize<SpecRecord>(record).ToSpec();

            SpecDifference.Of((SearchSpec)changed, back).Should().BeEmpty("of {0}", word);
            back.Name.Should().Be(((SearchSpec)changed).Name);
        }
    }

    private static ComponentSpec Part(string id, string option) => new(id, OptionBag.Empty.With(option, "1"));

    /// <summary>The value with one word changed, for each word in it.</summary>
    private static IEnumerable<(string Word, object Changed)> Changes(object value, string word)
    {
        switch (value)
        {
            case string text:
                return [(word, text + "x")];
            case bool flag:
                return [(word, !flag)];
            case int number:
                return [(word, number + 1)];
            case long number:
                return [(word, number + 1)];
            case ulong number:
                return [(word, number + 1)];
            case double number:
                return [(word, number + 0.5)];
            case TimeSpan time:
                return [(word, time + TimeSpan.FromMinutes(1))];
            case Enum choice:
                return [.. Enum.GetValues(choice.GetType()).Cast<object>().Where(other => !other.Equals(choice)).Select(other => (word, other))];
            case OptionBag bag:
                return
                [
                    .. bag.Values.Select(pair => ($"{word}.{pair.Key}", (object)bag.With(pair.Key, pair.Value + "0"))),
                    .. bag.Values.Select(pair => ($"{word} without {pair.Key}", (object)new OptionBag(bag.Values.Remove(pair.Key)))),
                    ($"{word} with one more", bag.With("more", "1")),
                ];
            case IEnumerable items:
                return Items(value, [.. items.Cast<object>()], word);
            default:
                return
                [
                    .. from property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    where property.CanWrite && property.GetIndexParameters().Length == 0
                    let inner = property.GetValue(value)
                    where inner is not null
                    from change in Changes(inner, word.Length > 0 ? $"{word}.{property.Name}" : property.Name)
                    select (change.Word, With(value, property, change.Changed)),
                ];
        }
    }

    private static IEnumerable<(string Word, object Changed)> Items(object list, object[] items, string word) =>
        items.SelectMany((item, place) => Changes(item, $"{word}[{place}]").Select(change =>
            (change.Word, ((dynamic)list).SetItem(place, (dynamic)change.Changed) as object)))!;

    /// <summary>A copy of a record with one property changed.</summary>
    private static object With(object record, PropertyInfo property, object changed)
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, [])!;
        property.SetValue(copy, changed);
        return copy;
    }
}
