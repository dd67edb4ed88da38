using System.Text;

namespace GossipLab.Node.Settings;

/// <summary>What the program says when it is asked what settings there are.</summary>
public static class SettingsHelp
{
    /// <summary>The text.</summary>
    public static string Text
    {
        get
        {
            var text = new StringBuilder("""
                A node of a one-value replicated database: SWIM membership with Lifeguard, and gossip.

                  GossipLab.Node                                       starts one at 127.0.0.1:8080
                  GossipLab.Node --port 8081 --join 127.0.0.1:8080     a second one joins it
                  curl http://127.0.0.1:8081/set/7                     sets the value; soon both have it

                Settings, as flags, as environment variables, or in appsettings.json below «Node»:


                """);
            foreach (var setting in SettingTable.All)
            {
                text.Append(FormattableString.Invariant($"  --{setting.Name,-15} {setting.Meaning}\n"));
                text.Append(FormattableString.Invariant($"  {"",-17} {setting.Range}; {VariablesOf(setting)}\n"));
            }

            text.Append("""

                Exit codes: 0 it was told to end, 1 it failed, 2 a setting is wrong, 3 its port is taken.

                """);
            return text.ToString();
        }
    }

    private static string VariablesOf(Setting setting) =>
        setting.ArticleVariable is { } name ? $"{setting.Variable} or {name}" : setting.Variable;
}
