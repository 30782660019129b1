using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;

namespace NasEngine.Extensibility.Tests.Recipes;

/// <summary>docs/recipes.md, as the XML docs of the contracts make it.</summary>
internal sealed partial class RecipeReference
{
    private static readonly (string Title, Type Type, string Prefix, string[] Members)[] Sections =
    [
        ("What a recipe can call", typeof(RecipeGlobals), "", []),
        ("A search", typeof(RecipeSearch), ".", []),
        ("Data", typeof(Data), "Data.", []),
        ("What is maximised", typeof(Maximize), "Maximize.", []),
        ("What is minimised", typeof(Minimize), "Minimize.", []),
        ("Costs", typeof(Costs), "", []),
        ("Costs in an objective", typeof(Objective), ".", ["Times", "Against"]),
        ("The factor of a cost", typeof(CostTarget), ".", ["Power"]),
        ("Requirements", typeof(Requirements), ".", []),
        ("What a search found", typeof(SearchResult), "result.", []),
        ("An architecture that was found", typeof(FoundArchitecture), "result.Best.", []),
        ("A trial", typeof(FoundTrial), "trial.", []),
        ("A point of the history", typeof(FoundPoint), "point.", []),
        ("The Pareto front", typeof(FoundFront), "result.ParetoFront.", []),
        ("Plots", typeof(FoundPlots), "result.Plot.", []),
        ("A plot", typeof(FoundPlot), "result.Plot.History().", []),
        ("What a search is worth", typeof(SearchWorth), "worth.", []),
    ];

    private static readonly SymbolDisplayFormat Signature = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly Dictionary<string, XElement> Written = XDocument.Load(Path.ChangeExtension(typeof(RecipeSearch).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    private readonly CSharpCompilation _contracts;
    private readonly StringBuilder _text = new();

    private RecipeReference()
    {
        var path = typeof(RecipeSearch).Assembly.Location;
        _contracts = CSharpCompilation.Create("reference", references:
        [
            MetadataReference.CreateFromFile(path),
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(one => Path.GetFileName(one).StartsWith("System.", StringComparison.Ordinal)).Select(one => MetadataReference.CreateFromFile(one)),
        ]);
    }

    /// <summary>The examples, each once.</summary>
    public SortedSet<string> Examples { get; } = new(StringComparer.Ordinal);

    /// <summary>Methods without an example.</summary>
    public List<string> Without { get; } = [];

    /// <summary>The page.</summary>
    public string Text => _text.ToString();

    /// <summary>Makes it.</summary>
    public static RecipeReference Make()
    {
        var page = new RecipeReference();
        page._text.Append("""
            # What a recipe can say

            Every method and property that recipes call, with an example; made from the XML docs of `engine/NasEngine.Contracts`, which
            editors show too. A test compares this page with them. The options of strategies, spaces and other parts are listed by
            `nas plugins show ID`; the README says how a recipe is put together.


            """.ReplaceLineEndings("\n"));
        foreach (var section in Sections)
        {
            page.Add(section.Title, page._contracts.GetTypeByMetadataName(section.Type.FullName!)!, section.Prefix, section.Members);
        }

        page.AddMetrics();
        return page;
    }

    private void Add(string title, INamedTypeSymbol type, string prefix, string[] names)
    {
        _text.Append("## ").Append(title).Append("\n\n").Append(Plain(Docs(type).Element("summary"))).Append("\n\n");
        var members = type.GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public && !member.IsImplicitlyDeclared
            && (names.Length == 0 || names.Contains(member.Name)) && !member.GetAttributes().Any(one => one.AttributeClass?.Name == "EditorBrowsableAttribute")).ToArray();
        foreach (var property in members.OfType<IPropertySymbol>().Where(property => property is { IsIndexer: false, Name: not "EqualityContract" }))
        {
            _text.Append("- `").Append(property.Name).Append("`: ").Append(Plain(Docs(property).Element("summary") ?? Parameter(type, property.Name))).Append('\n');
        }

        _text.Append(members.OfType<IPropertySymbol>().Any() ? "\n" : "");
        foreach (var methods in members.OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary && method.CanBeReferencedByName
            && method.Name is not ("Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "PrintMembers")).GroupBy(method => method.Name))
        {
            if (methods.All(method => Docs(method).Element("example") is null))
            {
                Without.Add($"{type.Name}.{methods.Key}");
            }

            foreach (var method in methods)
            {
                Add(method, prefix);
            }
        }
    }

    private void Add(IMethodSymbol method, string prefix)
    {
        var docs = Docs(method);
        var said = method.IsExtensionMethod ? "." : prefix;
        var signature = NotSaid().Replace(method.ToDisplayString(Signature), "");
        _text.Append("### `").Append(said).Append(method.IsExtensionMethod ? Extended().Replace(signature, "") : signature).Append("`\n\n")
            .Append(Plain(docs.Element("summary"))).Append("\n\n");
        var parameters = docs.Elements("param").Where(one => Plain(one) != "Of the compiler.").ToArray();
        foreach (var parameter in parameters)
        {
            _text.Append("- `").Append(parameter.Attribute("name")!.Value).Append("`: ").Append(Plain(parameter)).Append('\n');
        }

        _text.Append(parameters.Length > 0 ? "\n" : "");
        if (docs.Element("example")?.Element("code")?.Value is { } example)
        {
            Examples.Add(example);
            _text.Append("```csharp\n").Append(example).Append("\n```\n\n");
        }
    }

    private void AddMetrics()
    {
        _text.Append("## Metrics\n\nNames in `Metrics[…]`, `Maximize.Metric(…)` and `trial[…]`. Estimators of plugins may add others.\n\n| metric | what it is |\n| --- | --- |\n");
        foreach (var field in _contracts.GetTypeByMetadataName(typeof(MetricNames).FullName!)!.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst))
        {
            _text.Append("| `").Append(field.ConstantValue).Append("` | ").Append(Plain(Docs(field).Element("summary"))).Append(" |\n");
        }
    }

    private static XElement? Parameter(INamedTypeSymbol type, string name) =>
        Docs(type).Elements("param").FirstOrDefault(one => one.Attribute("name")?.Value == name);

    private static XElement Docs(ISymbol symbol) => Docs(symbol.GetDocumentationCommentId()!);

    /// <summary>What is not said itself is taken from the member that it is said to be inherited of.</summary>
    private static XElement Docs(string id)
    {
        var own = Written.GetValueOrDefault(id, new XElement("member"));
        if (own.Element("inheritdoc")?.Attribute("cref")?.Value is not { } other)
        {
            return own;
        }

        var all = new XElement(own);
        all.Add(Docs(other).Elements().Where(element => element.Name != "example" || own.Element("example") is null));
        return all;
    }

    private static string Plain(XElement? element) => element is null ? "" : Spaces().Replace(
        string.Concat(element.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" } see => $"`{Word().Match(see.Attribute("cref")!.Value.Split('(')[0]).Value}`",
            XElement { Name.LocalName: "paramref" or "typeparamref" } named => $"`{named.Attribute("name")!.Value}`",
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement other => other.Value,
            _ => "",
        })).Trim(),
        " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[A-Za-z0-9]+(?=(``?\d+)?$)")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=\()(this )?Objective objective(, )?")]
    private static partial Regex Extended();

    /// <summary>What the compiler fills in, and bounds that are none.</summary>
    [GeneratedRegex(@", string file = """", int line = 0| = -?(2147483647|2147483648|9223372036854775807|9223372036854775808|Infinity)")]
    private static partial Regex NotSaid();
}
