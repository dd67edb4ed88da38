using Bunit;
using GossipLab.Core.Experiments.Configuration;
using GossipLab.Core.Experiments.Tuning;
using GossipLab.Tests.Core.Experiments.Tuning;
using GossipLab.Tests.TestKit;
using GossipLab.Web.Features.Tune;
using GossipLab.Web.Tuning;
using GossipLab.Web.Words;

namespace GossipLab.Tests.Web.Features;

public sealed class TuneTests : MudContext
{
    private (TuningPlan Plan, GossipConfiguration Configuration)? _wanted;

    [Fact]
    public void Every_preset_is_sound_and_says_what_memberlist_s_defaults_are()
    {
        foreach (var preset in TunePreset.All)
        {
            var read = GossipConfiguration.Read(preset.Text, preset.Pool);

            Assert.True(read.IsSound, preset.Name);
            Assert.DoesNotContain(read.Notes, note => note.Kind == ConfigurationNoteKind.Warning);
        }

        Assert.Equal(3, TunePreset.All.Count(preset => preset.Name.StartsWith("memberlist", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_the_page_opens_with_is_a_sound_search()
    {
        var form = RenderForm();

        form.Find("form").Submit();

        Assert.Equal(150, _wanted!.Value.Plan.Cluster.Nodes);
        Assert.False(_wanted.Value.Plan.HasIndirectChecks);
        Assert.Null(_wanted.Value.Plan.FindFault());
    }

    [Fact]
    public void A_broken_configuration_is_named_with_its_line_and_not_searched()
    {
        var form = RenderForm();

        Find(form, TestIds.TuneText).Input("gossip_lan {\n  probe_timout = \"2s\"\n}");
        form.Find("form").Submit();

        var notes = Find(form, TestIds.TuneNotes).TextContent;
        Assert.Contains("line 2", notes, StringComparison.Ordinal);
        Assert.Contains("do you mean probe_timeout?", notes, StringComparison.Ordinal);
        Assert.Equal(UiText.Tune.FaultyText, Find(form, TestIds.TuneFault).TextContent);
        Assert.Null(_wanted);
    }

    [Fact]
    public void A_preset_brings_its_text_and_its_pool()
    {
        var form = RenderForm();

        Find(form, TestIds.TunePreset).Change("Consul, WAN");
        form.Find("form").Submit();

        Assert.Equal(TimeSpan.FromSeconds(5), _wanted!.Value.Plan.Options.ProbeInterval);
    }

    [Theory]
    [InlineData(double.NaN, 20, "Lost datagrams")]
    [InlineData(101, 20, "Lost datagrams")]
    [InlineData(2, 1e300, "A crash is known within")]
    [InlineData(2, 0, "A crash is known within")]
    public void Numbers_out_of_range_are_named(double loss, double within, string field)
    {
        var draft = new TuneDraft { LossPercent = loss, DetectWithinSeconds = within };

        Assert.Null(draft.Plan(draft.Configuration, out var fault));
        Assert.StartsWith(field, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void The_answer_says_how_sure_it_is_and_leads_to_its_runs()
    {
        var picture = TuningPicture.Of(TuningRig.Finish(TuningRig.Plan(seconds: 30) with { Runs = 600 }));

        var answer = Render<TuneAnswer>(parameters => parameters
            .Add(it => it.Picture, picture)
            .Add(it => it.Snippet, "gossip_lan {}")
            .Add(it => it.LinkOf, (finding, run) => $"/tune/x/run/{finding.Candidate.Index}/{run}"));

        var text = Find(answer, TestIds.TuneAnswer).TextContent;
        Assert.Contains("Keep your settings", text, StringComparison.Ordinal);
        Assert.Contains("rule of three, 95 %", text, StringComparison.Ordinal);
        Assert.Contains("Model: by memberlist's formula a suspicion lasts 4.0 s to 24.0 s", text);
        Assert.StartsWith("/tune/x/run/0/", answer.Find("a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("gossip_lan {}", Find(answer, TestIds.TuneSnippet).TextContent);
    }

    [Fact]
    public void The_drawing_the_region_and_the_table_show_every_setting()
    {
        var picture = TuningPicture.Of(TuningRig.Finish(TuningRig.Plan(seconds: 3.5)));
        Func<TuningFinding, int, string> link = (finding, run) => $"/tune/x/run/{finding.Candidate.Index}/{run}";

        var chart = Render<TuneChart>(
            parameters => parameters.Add(it => it.Picture, picture).Add(it => it.LinkOf, link));
        var region = Render<TuneRegion>(
            parameters => parameters.Add(it => it.Picture, picture).Add(it => it.LinkOf, link));

        Assert.Equal(picture.Ranked.Count, chart.FindAll("svg a").Count);
        Assert.Equal(picture.Ranked.Count, chart.FindAll("tbody tr").Count);
        Assert.Equal(picture.Ranked.Count(finding => finding.Candidate.IsOnGrid), region.FindAll("td a").Count);
        Assert.Contains("yours", region.Find("table").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<TuneForm> RenderForm() =>
        Render<TuneForm>(parameters => parameters.Add(it => it.Wanted, wanted => _wanted = wanted));
}
