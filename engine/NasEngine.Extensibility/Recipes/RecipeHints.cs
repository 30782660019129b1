using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;

namespace NasEngine.Extensibility.Recipes;

/// <summary>What is probably meant by a line of a recipe that does not compile, in the words of recipes.</summary>
internal static class RecipeHints
{
    /// <summary>Said of a whole line.</summary>
    public const string Quotes = "a quotation mark is missing in this line: their number is odd";

    private static readonly string[] Python = ["import ", "from ", "def "];

    /// <summary>The hint in a sentence; null where the compiler's own message says more.</summary>
    public static string? For(Diagnostic error, Compilation compilation)
    {
        if (error.Location.SourceTree is not { } tree)
        {
            return null;
        }

        var node = tree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        var model = compilation.GetSemanticModel(tree);
        var line = tree.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString();
        return error.Id switch
        {
            _ when line.Count(letter => letter == '"') % 2 == 1 && IsSyntax(error) => Quotes,
            "CS1002" or "CS1003" when Python.Any(word => line.StartsWith(word, StringComparison.Ordinal)) =>
                "this line is Python, and a recipe is C#; it needs no imports",
            "CS1002" when line.TrimStart().StartsWith("using var ", StringComparison.Ordinal) =>
                "'using var' needs braces around it in a recipe; write 'var' alone, or using (var …) { … }",
            "CS1002" => "a ';' is missing here",
            "CS1003" when node.FirstAncestorOrSelf<AnonymousObjectCreationExpressionSyntax>() is not null =>
                "an option is given by '=', as in new { Scale = \"mini\" }",
            "CS1012" => ArgumentHints.SingleQuotes,
            "CS1026" => "a ')' is missing here",
            "CS1513" => "a '}' is missing here",
            "CS4014" => "this search is begun and nobody waits for it; put 'await' before it",
            "CS1061" or "CS0117" => Member(node, model),
            "CS0029" or "CS0266" => node is ExpressionSyntax value ? NotAResult(model.GetTypeInfo(value).Type, Word(value)) : null,
            "CS0103" or "CS0246" => Name(node, model),
            "CS1739" => ArgumentHints.Name(node, model),
            "CS1503" => Part(node, model) ?? ArgumentHints.Kind(error),
            "CS1501" or "CS7036" => ArgumentHints.Number(node, model),
            "CS1955" => NoMethod(node, model),
            _ => null,
        };
    }

    /// <summary>Whether it is about how a line is written and not about what it says.</summary>
    public static bool IsSyntax(Diagnostic error) =>
        error.Location.SourceTree is { } tree && tree.GetDiagnostics().Any(one => one.Id == error.Id && one.Location == error.Location);

    private static string? Member(SyntaxNode node, SemanticModel model)
    {
        if ((node as AwaitExpressionSyntax ?? node.Parent as AwaitExpressionSyntax) is { } awaited
            && IsSearch(model.GetTypeInfo(awaited.Expression).Type))
        {
            return "this search is described and not run; end it with .RunAsync()";
        }

        if (node.FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is not { } access)
        {
            return null;
        }

        var name = access.Name.Identifier.Text;
        var type = model.GetTypeInfo(access.Expression).Type ?? model.GetSymbolInfo(access.Expression).Symbol as INamedTypeSymbol;
        if (NotAResult(type, Word(access.Expression)) is { } hint && (IsTask(type) || Members(ResultType(model)).Contains(name)))
        {
            return hint;
        }

        if (type?.BaseType?.Name == nameof(ObjectiveSpec)
            && Members(model.Compilation.GetTypeByMetadataName(typeof(RecipeSearch).FullName!)).Contains(name))
        {
            return $"'{name}' is said of a search, and here of its objective: a ')' is missing before it";
        }

        if (RecipeWords.Metrics.TryGetValue(name, out var metric) && OfMetrics(type, access.Expression) is { } figures)
        {
            return $"a metric is read by its name: {figures}[\"{metric}\"]";
        }

        var owner = type?.Name == nameof(RecipeSearch) ? "a search" : $"'{type?.Name}'";
        return Meant(name, Members(type)) is { } meant ? $"{owner} has no '{name}'; did you mean '{meant}'?"
            : type?.ContainingAssembly?.Name == typeof(RecipeSearch).Assembly.GetName().Name
                ? $"{owner} has no '{name}'; it has {string.Join(", ", Members(type))}"
                : null;
    }

    /// <summary>How metrics are read of what a trial or a search found; null of anything else.</summary>
    private static string? OfMetrics(ITypeSymbol? type, ExpressionSyntax of) => type?.Name switch
    {
        nameof(SearchResult) => $"{of}.Best.Metrics",
        nameof(FoundArchitecture) => $"{of}.Metrics",
        null or "" when of.FirstAncestorOrSelf<LambdaExpressionSyntax>() is not null => $"{of}",
        _ => null,
    };

    /// <summary>A name behind which others stand is called.</summary>
    private static string? NoMethod(SyntaxNode node, SemanticModel model) =>
        node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
        && model.GetMemberGroup(call.Expression).Length == 0
        && (model.GetSymbolInfo(call.Expression).CandidateSymbols.FirstOrDefault() as IPropertySymbol)?.Type is { } type
            ? $"'{ArgumentHints.Called(call)}' cannot be called; it has {string.Join(", ", Members(type))}"
            : null;

    /// <summary>A search that is described only, or begun and not waited for, where what it found is wanted.</summary>
    private static string? NotAResult(ITypeSymbol? type, string word) =>
        IsSearch(type) ? $"{word} is a search that is described and not run; write: await Search(…)….RunAsync()"
        : IsTask(type) ? $"{word} runs and nobody waits for it; put 'await' before it, as in: "
            + (((INamedTypeSymbol)type!).TypeArguments[0].Name == nameof(SearchWorth)
                ? "(await result.WorthAsync()).Print()"
                : "var result = await Search(…)….RunAsync()")
        : null;

    private static string? Name(SyntaxNode node, SemanticModel model)
    {
        if (node is not SimpleNameSyntax { Identifier.Text: var name })
        {
            return null;
        }

        var known =
            model.LookupSymbols(node.SpanStart).Where(symbol => symbol.CanBeReferencedByName).Select(symbol => symbol.Name).Distinct();
        return Meant(name, known) is { } meant ? $"there is no '{name}'; did you mean '{meant}'?" : null;
    }

    /// <summary>A part is given where a lambda that makes it must be.</summary>
    private static string? Part(SyntaxNode node, SemanticModel model) =>
        node.FirstAncestorOrSelf<InvocationExpressionSyntax>(call => call.Expression is MemberAccessExpressionSyntax) is { } call
        && node.FirstAncestorOrSelf<ArgumentSyntax>() is { Expression: var value }
        && model.GetTypeInfo(value).Type?.AllInterfaces.FirstOrDefault(
            one => one.Name is nameof(ISearchSpace) or nameof(IStrategy) or nameof(IObjective) or nameof(IEstimator) or nameof(
                IDataset)) is { } kind
            ? $"give a lambda that makes it, since it is made in other processes too: .{ArgumentHints.Called(call)}("
                + $"{(kind.Name is nameof(IStrategy) or nameof(IEstimator) ? "setup" : "()")} => {value})"
            : null;

    private static string? Meant(string name, IEnumerable<string> known)
    {
        string[] names = [.. known];
        return RecipeWords.Others.TryGetValue(name, out var other) && (other.Contains('.') || names.Contains(other))
            ? other
            : Suggest.Nearest(name, names);
    }

    private static string Word(ExpressionSyntax expression) => expression is IdentifierNameSyntax name ? $"'{name}'" : "this";

    private static bool IsSearch(ITypeSymbol? type) => type?.Name == nameof(RecipeSearch);

    private static bool IsTask(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task", TypeArguments: [{ Name: nameof(SearchResult) or nameof(SearchWorth) }] };

    private static INamedTypeSymbol? ResultType(SemanticModel model) =>
        model.Compilation.GetTypeByMetadataName(typeof(SearchResult).FullName!);

    private static IReadOnlyList<string> Members(ITypeSymbol? type)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        for (var one = type; one is { SpecialType: not SpecialType.System_Object }; one = one.BaseType)
        {
            names.UnionWith(one.GetMembers()
                .Where(
                    member => member is { DeclaredAccessibility: Accessibility.Public, CanBeReferencedByName: true } && !member.IsOverride)
                .Select(member => member.Name));
        }

        names.ExceptWith(["Equals", "GetHashCode", "Deconstruct", "ToString"]);
        return [.. names];
    }
}
