namespace NasEngine.Extensibility.Plugins;

/// <summary>The JSON schema of manifests, by which editors complete and check them.</summary>
internal static class ManifestSchema
{
    /// <summary>It.</summary>
    public const string Text = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "Plugins of NasEngine",
          "type": "object",
          "required": ["plugins"],
          "additionalProperties": false,
          "properties": {
            "$schema": { "type": "string" },
            "plugins": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["id", "path"],
                "additionalProperties": false,
                "properties": {
                  "id": { "type": "string", "minLength": 1, "description": "The plugin's name, as 'nas plugins swap' has it; each once." },
                  "path": { "type": "string", "minLength": 1, "description": "Its assembly, relative to this file." }
                }
              }
            }
          }
        }

        """;
}
