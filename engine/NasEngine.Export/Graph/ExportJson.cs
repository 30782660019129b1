using System.Text.Json.Serialization;

namespace NasEngine.Export;

/// <summary>Lists as JSON, written by generated code.</summary>
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(float[]))]
internal sealed partial class ExportJson : JsonSerializerContext;
