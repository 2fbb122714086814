import { Button } from '@mantine/core';
import { useFormMetadata } from '@conform-to/react';

import { Panel } from '../../components/panel';
import { TextField } from '../../forms/field';
import { useMessages } from '../../locale';
import { reviewTemplateMessages } from '../../locales/review-templates';
import classes from './editor.module.css';
import type { TemplateForm } from './template-form';

/** The competencies that are rated, and the scale in words. */
export function CompetencyFields() {
  const t = useMessages(reviewTemplateMessages);
  const form = useFormMetadata<TemplateForm>();
  const { competencies, ratingLabels } = form.getFieldset();
  const list = competencies.getFieldList();
  return (
    <Panel title={t.competencies} description={t.competenciesText}>
      <div id={`${form.id}-competencies`} tabIndex={-1} className={classes.rows}>
        {list.length === 0 && <p className="quiet">{t.competenciesNone}</p>}
        {list.map((competency, index) => {
          const fields = competency.getFieldset();
          const number = index + 1;
          return (
            <div key={competency.key} className={classes.row}>
              <TextField
                field={fields.labelEn}
                label={t.competencyLabel({ number, language: t.english })}
              />
              <TextField
                field={fields.labelZh}
                label={t.competencyLabel({ number, language: t.chinese })}
                lang="zh"
              />
              <Button
                type="submit"
                variant="subtle"
                color="red"
                {...form.remove.getButtonProps({ name: competencies.name, index })}
              >
                {t.removeCompetency({ number })}
              </Button>
            </div>
          );
        })}
      </div>
      <div className={classes.listEnd}>
        <Button
          type="submit"
          variant="default"
          {...form.insert.getButtonProps({
            name: competencies.name,
            defaultValue: { labelEn: '', labelZh: '' },
          })}
        >
          {t.addCompetency}
        </Button>
      </div>
      <div id={`${form.id}-ratingLabels`} tabIndex={-1} className={classes.scale}>
        <h3>{t.scale}</h3>
        <p className="quiet">{t.scaleText}</p>
        {ratingLabels.getFieldList().map((label, index) => {
          const fields = label.getFieldset();
          const rating = index + 1;
          return (
            <div key={label.key} className={classes.pair}>
              <TextField
                field={fields.labelEn}
                label={t.ratingLabel({ rating, language: t.english })}
              />
              <TextField
                field={fields.labelZh}
                label={t.ratingLabel({ rating, language: t.chinese })}
                lang="zh"
              />
            </div>
          );
        })}
      </div>
    </Panel>
  );
}
