import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='AuditEntry',
            fields=[
                ('seq', models.IntegerField(primary_key=True, serialize=False)),
                ('at', models.CharField(max_length=40)),
                ('actor', models.TextField()),
                ('act', models.CharField(max_length=40)),
                ('details', models.JSONField()),
                ('previous', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64)),
            ],
            options={
                'db_table': 'audit',
            },
        ),
        migrations.CreateModel(
            name='CasebookRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('format', models.IntegerField()),
                ('created_at', models.CharField(max_length=40)),
                ('created_with', models.CharField(max_length=80)),
                ('entries', models.IntegerField()),
                ('head', models.CharField(max_length=64)),
            ],
            options={
                'db_table': 'casebook',
            },
        ),
        migrations.CreateModel(
            name='DocumentRow',
            fields=[
                ('id', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('body', models.JSONField()),
                ('sha256', models.CharField(db_index=True, max_length=64)),
                ('name', models.TextField()),
                ('media_type', models.CharField(max_length=120)),
                ('publisher', models.TextField()),
                ('published', models.CharField(db_index=True, max_length=40)),
                ('url', models.TextField()),
                ('language', models.CharField(max_length=40)),
                ('replaces', models.CharField(db_index=True, max_length=64)),
                ('recorded_at', models.CharField(db_index=True, max_length=40)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.auditentry')),
            ],
            options={
                'db_table': 'document',
            },
        ),
        migrations.CreateModel(
            name='JudgementRow',
            fields=[
                ('id', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('body', models.JSONField()),
                ('decision', models.CharField(max_length=40)),
                ('about', models.CharField(db_index=True, max_length=64)),
                ('by', models.TextField()),
                ('made_at', models.CharField(max_length=40)),
                ('replacement', models.CharField(db_index=True, max_length=64)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.auditentry')),
            ],
            options={
                'db_table': 'judgement',
            },
        ),
        migrations.CreateModel(
            name='ProblemRow',
            fields=[
                ('id', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('body', models.JSONField()),
                ('document', models.CharField(db_index=True, max_length=64)),
                ('code', models.CharField(db_index=True, max_length=60)),
                ('severity', models.CharField(max_length=20)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.auditentry')),
            ],
            options={
                'db_table': 'problem',
            },
        ),
        migrations.CreateModel(
            name='StatementRow',
            fields=[
                ('id', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('body', models.JSONField()),
                ('start', models.IntegerField()),
                ('act', models.CharField(db_index=True, max_length=60)),
                ('stance', models.CharField(db_index=True, max_length=40)),
                ('speaker', models.TextField(db_index=True)),
                ('reader', models.TextField()),
                ('recorded_at', models.CharField(db_index=True, max_length=40)),
                ('document', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.documentrow')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.auditentry')),
            ],
            options={
                'db_table': 'statement',
                'indexes': [models.Index(fields=['document', 'start'], name='statement_in_order')],
            },
        ),
    ]
