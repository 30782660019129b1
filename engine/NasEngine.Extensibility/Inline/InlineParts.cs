using System.Reflection;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Extensibility.Plugins;
using NasEngine.Extensibility.Recipes;

namespace NasEngine.Extensibility.Inline;

/// <summary>The parts that one run of a recipe holds. Their files lie in a folder that goes when the run is over.</summary>
/// <param name="include">Takes a part, as a plugin is taken; null where nothing is to run.</param>
internal sealed class InlineParts(Action<PluginCopy>? include) : IInlineParts, IDisposable
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _included = new(StringComparer.Ordinal);
    private DirectoryInfo? _folder;
    private CompiledRecipe? _recipe;
    private Assembly? _running;

    /// <summary>The recipe, once it is compiled and loaded.</summary>
    public void Are(CompiledRecipe recipe, Assembly running) => (_recipe, _running) = (recipe, running);

    /// <inheritdoc/>
    public ComponentSpec Define(Type kind, object written, OptionBag options)
    {
        var what = PartKind.Name(kind);
        var (form, root) = written switch
        {
            Type type => (PartForm.Class, type),
            Func<IReadOnlyDictionary<string, double>, double> score => (PartForm.Score, score.Method),
            Delegate make => (PartForm.Factory, (MemberInfo)make.Method),
            _ => throw new ArgumentOutOfRangeException(nameof(written), written, "Neither a class nor a lambda."),
        };
        if (root.Module.Assembly != _running)
        {
            throw new InputException(
                $"The {what} '{root.Name}' is of '{root.Module.Assembly.GetName().Name}' and not written in the recipe; give a lambda "
                + "that makes it.");
        }

        return Define(kind, what, form, root, written, options);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        (_running, _recipe) = (null, null);
        _folder?.Delete(recursive: true);
    }

    private ComponentSpec Define(Type kind, string what, PartForm form, MemberInfo root, object written, OptionBag options)
    {
        PartCode code;
        try
        {
            code = PartCode.Of(kind, form, root);
            options = written is Delegate lambda ? code.Values(lambda) : options;
        }
        catch (InputException wrong)
        {
            throw new InputException($"The {what} that is written here {wrong.Message}", wrong) { Word = "." + what };
        }

        if (options.Values.ContainsKey(InlineId.Code))
        {
            throw new InputException(
                $"The {what} that is written here has '{InlineId.Code}' among its options and variables, which is taken; name it "
                + $"otherwise.");
        }

        var libraries = code.Reach.UsesLibraries ? Libraries() : [];
        var hash = code.Hash(libraries);
        var id = Name(kind, code, what, options);
        Keep(new PartFile(kind.FullName!, id, form, root.MetadataToken, _recipe!.Assembly, libraries), hash);
        return new ComponentSpec(id, options.With(InlineId.Code, InlineId.Short(hash)));
    }

    /// <summary>
    /// Its name: of a space the one that its architectures bear. What needs no search to be made is made once, so that what is wrong
    /// with it is told where it is written.
    /// </summary>
    private static string Name(Type kind, PartCode code, string what, OptionBag options)
    {
        var reader = new OptionReader($"{what} '{code.Name}'", options);
        var values = code.Read(reader);
        reader.Done();
        var made = PartKinds.SetupOf(kind) == typeof(NoSetup) ? code.Make(values, NoSetup.Value) : null;
        return made is ISearchSpace space ? space.Decisions.Id : code.Name;
    }

    private (string Name, byte[] Content)[] Libraries() =>
        [.. _recipe!.Libraries.Select(path => (AssemblyName.GetAssemblyName(path).Name!, File.ReadAllBytes(path)))];

    private void Keep(PartFile file, string hash)
    {
        lock (_lock)
        {
            var id = InlineId.Of(file.Name, InlineId.Short(hash));
            if (include is null || !_included.Add(id))
            {
                return;
            }

            _folder ??= Directory.CreateTempSubdirectory("nas-inline-");
            var path = PartFile.PathOf(_folder.FullName, hash);
            File.WriteAllBytes(path, file.ToBytes());
            include(new PluginCopy(id, path, hash));
        }
    }
}
