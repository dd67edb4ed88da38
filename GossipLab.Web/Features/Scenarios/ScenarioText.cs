using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Features.Scenarios;

/// <summary>A whole scenario in a link: its file, without spaces, deflated, in letters that links may have.</summary>
internal static class ScenarioText
{
    /// <summary>The longest that is put into a link.</summary>
    public const int MaxLength = 1_800;

    /// <summary>The scenario as text for a link; null where it would be too long.</summary>
    public static string? Pack(Scenario scenario)
    {
        using var file = JsonDocument.Parse(ScenarioJson.Write(scenario));
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var writer = new Utf8JsonWriter(deflate))
        {
            file.WriteTo(writer);
        }

        var text = Base64Url.EncodeToString(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        return text.Length <= MaxLength ? text : null;
    }

    /// <summary>Reads such a text.</summary>
    /// <param name="text">The text, from anybody.</param>
    /// <param name="scenario">The scenario; null where there is a fault.</param>
    /// <param name="fault">What is wrong; null where nothing is.</param>
    public static bool TryUnpack(string text, out Scenario? scenario, out string? fault)
    {
        scenario = null;
        fault = "it is not a packed scenario";
        if (text.Length > MaxLength || !Base64Url.IsValid(text) || Inflate(text) is not { } json)
        {
            return false;
        }

        var isSound = ScenarioJson.TryRead(json, out scenario, out var faults);
        fault = isSound ? null : string.Join("; ", faults);
        return isSound;
    }

    // A small text can unpack to a huge one; a scenario file has a limit of its own.
    private static string? Inflate(string text)
    {
        try
        {
            using var packed = new MemoryStream(Base64Url.DecodeFromChars(text));
            using var inflate = new DeflateStream(packed, CompressionMode.Decompress);
            var buffer = new byte[ScenarioJson.MaxBytes + 1];
            var length = inflate.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return length > ScenarioJson.MaxBytes ? null : Encoding.UTF8.GetString(buffer, 0, length);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
