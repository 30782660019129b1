namespace NasEngine.Extensibility.Inline;

/// <summary>Types as their author wrote them.</summary>
internal static class RecipeNames
{
    /// <summary><c>List&lt;Double&gt;</c>, <c>Climber</c>.</summary>
    public static string Of(Type type)
    {
        if (type.IsSZArray)
        {
            return Of(type.GetElementType()!) + "[]";
        }

        var name = type.Name.Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : name;
    }
}
