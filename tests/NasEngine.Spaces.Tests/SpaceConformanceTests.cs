using System.Reflection;
using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Spaces.Tests;

/// <summary>The conformance kit on every space of the plugins in <c>plugins.json</c>.</summary>
public sealed class SpaceConformanceTests
{
    private static readonly IReadOnlyList<MethodInfo> Checks =
        [.. typeof(SpaceConformance).GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null)];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var id in AllSpaces.Ids)
            {
                foreach (var check in Checks)
                {
                    cases.Add(id, check.Name);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_space_conforms(string id, string check)
    {
        var method = Checks.Single(one => one.Name == check);
        var rows = method.GetCustomAttributes<InlineDataAttribute>().SelectMany(data => data.GetData(method)).DefaultIfEmpty([]);
        foreach (var row in rows)
        {
            method.Invoke(new Mini(id), BindingFlags.DoNotWrapExceptions, null, row, null);
        }
    }

    private sealed class Mini(string id) : SpaceConformance
    {
        protected override int Draws => 30;

        protected override ISearchSpace Create() => AllSpaces.Make(id, ("scale", "mini"));
    }
}
