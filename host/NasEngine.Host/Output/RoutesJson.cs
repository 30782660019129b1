using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Host.Output;

/// <summary>
/// Routes of a supernet step as JSON: a path as its text, a mixture as an object of decisions with the weights of their
/// listed choices by label.
/// </summary>
internal static class RoutesJson
{
    public static void Write(Utf8JsonWriter json, string name, IEnumerable<Route> routes, ISearchSpace space)
    {
        json.WriteStartArray(name);
        foreach (var route in routes)
        {
            switch (route)
            {
                case Architecture path:
                    json.WriteStringValue(space.Format(path));
                    break;
                case Mixture mixture:
                    Write(json, mixture, (IRelaxedSpace)space);
                    break;
            }
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Mixture mixture, IRelaxedSpace space)
    {
        json.WriteStartObject();
        foreach (var decision in space.Relaxed.Decisions.Where(decision => mixture.Decisions.ContainsKey(decision.Name)))
        {
            json.WriteStartObject(decision.Name);
            foreach (var (choice, weight) in mixture.Decisions[decision.Name])
            {
                json.WriteNumber(decision.Choices[choice], weight);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
