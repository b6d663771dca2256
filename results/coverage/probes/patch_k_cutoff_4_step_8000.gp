# patch_k_cutoff_4_step_8000.svg, drawn from patch_k_cutoff_4_step_8000.tsv. To change it, edit this file and run: gnuplot patch_k_cutoff_4_step_8000.gp
# As pdf: gnuplot -e "format='pdf'" patch_k_cutoff_4_step_8000.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.364in,10.146in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 803,974 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'patch_k_cutoff_4_step_8000'
}
set output 'patch_k_cutoff_4_step_8000'.'.'.format
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the cells of map n
pick(n, name) = column('panel') == n ? column(name) : NaN
shown(n) = sprintf('%.2f', abs(pick(n, 'value')) < 0.005 ? 0 : pick(n, 'value'))
unset key
set border 31 lw 0.5 lc rgb '#444444'
set palette defined (0 'white', 1 '#4a9fd8')
set cbrange [0:1]
set colorbox horizontal user origin screen 0.8256, screen 0.9692 size screen 0.1370, screen 0.0092
set cbtics 0.5 scale 0.3 offset 0,0.6 font ',9'
set multiplot
set label 1 '{/:Bold patch: two\_hop, pool type\_0}' at screen 0.0299, screen 0.9774 font ',13'
set label 2 'k\_cutoff 4, model 2 blocks of 1 head, width 64, run 3a566a38aa3b555f (seed 3), one seed, step 8,000' at screen 0.0299, screen 0.9569 font ',10' tc rgb '#444444'
set label 3 'What the probability of the changed text''s next token gains when one place of the run on the text is replaced by the same place of the' at screen 0.0299, screen 0.0431 font ',10' tc rgb '#555555'
set label 4 'run on the changed text. Random row: neither changed nor asked. Beside it: the model before training.' at screen 0.0299, screen 0.0277 font ',10' tc rgb '#555555'
set lmargin at screen 0.0971
set rmargin at screen 0.3961
set tmargin at screen 0.8953
set bmargin at screen 0.8152
set title 'stream probability'."\n".'n = 387' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('changed x2' 1, 'x1' 2, 'x3' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'patch_k_cutoff_4_step_8000.tsv' using (pick(1,'x')):(pick(1,'y')):(0.5):(0.5):(pick(1,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_k_cutoff_4_step_8000.tsv' using (pick(1,'x')):(pick(1,'y')):(shown(1)) \
  with labels font ',9'
unset colorbox
unset label 1
unset label 2
unset label 3
unset label 4
set lmargin at screen 0.4932
set rmargin at screen 0.7921
set tmargin at screen 0.8953
set bmargin at screen 0.8152
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('changed x2' 1, 'x1' 2, 'x3' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'patch_k_cutoff_4_step_8000.tsv' using (pick(2,'x')):(pick(2,'y')):(0.5):(0.5):(pick(2,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_k_cutoff_4_step_8000.tsv' using (pick(2,'x')):(pick(2,'y')):(shown(2)) \
  with labels font ',9'
set lmargin at screen 0.0971
set rmargin at screen 0.3961
set tmargin at screen 0.6879
set bmargin at screen 0.6345
set title 'attention probability' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [2.5:0.5]
set xtics rotate by 90 right scale 0 ('changed x2' 1, 'x1' 2, 'x3' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2) font ',9'
plot 'patch_k_cutoff_4_step_8000.tsv' using (pick(3,'x')):(pick(3,'y')):(0.5):(0.5):(pick(3,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_k_cutoff_4_step_8000.tsv' using (pick(3,'x')):(pick(3,'y')):(shown(3)) \
  with labels font ',9'
set lmargin at screen 0.4932
set rmargin at screen 0.7921
set tmargin at screen 0.6879
set bmargin at screen 0.6345
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [2.5:0.5]
set xtics rotate by 90 right scale 0 ('changed x2' 1, 'x1' 2, 'x3' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2) font ',9'
plot 'patch_k_cutoff_4_step_8000.tsv' using (pick(4,'x')):(pick(4,'y')):(0.5):(0.5):(pick(4,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_k_cutoff_4_step_8000.tsv' using (pick(4,'x')):(pick(4,'y')):(shown(4)) \
  with labels font ',9'
set lmargin at screen 0.0971
set rmargin at screen 0.3961
set tmargin at screen 0.5072
set bmargin at screen 0.4538
set title 'mlp probability' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [2.5:0.5]
set xtics rotate by 90 right scale 0 ('changed x2' 1, 'x1' 2, 'x3' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2) font ',9'
plot 'patch_k_cutoff_4_step_8000.tsv' using (pick(5,'x')):(pick(5,'y')):(0.5):(0.5):(pick(5,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_k_cutoff_4_step_8000.tsv' using (pick(5,'x')):(pick(5,'y')):(shown(5)) \
  with labels font ',9'
set lmargin at screen 0.4932
set rmargin at screen 0.7921
set tmargin at screen 0.5072
set bmargin at screen 0.4538
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:6.5]
set yrange [2.5:0.5]
set xtics rotate by 90 right scale 0 ('changed x2' 1, 'x1' 2, 'x3' 3, 'equals' 4, 'random row' 5, 'everything' 6) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2) font ',9'
plot 'patch_k_cutoff_4_step_8000.tsv' using (pick(6,'x')):(pick(6,'y')):(0.5):(0.5):(pick(6,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_k_cutoff_4_step_8000.tsv' using (pick(6,'x')):(pick(6,'y')):(shown(6)) \
  with labels font ',9'
set lmargin at screen 0.0971
set rmargin at screen 0.3288
set tmargin at screen 0.3265
set bmargin at screen 0.2731
set title 'heads at changed x2 probability' font ',11' offset 0,-0.7
set xrange [0.5:1.5]
set yrange [2.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2) font ',9'
plot 'patch_k_cutoff_4_step_8000.tsv' using (pick(7,'x')):(pick(7,'y')):(0.5):(0.5):(pick(7,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_k_cutoff_4_step_8000.tsv' using (pick(7,'x')):(pick(7,'y')):(shown(7)) \
  with labels font ',9'
set lmargin at screen 0.4260
set rmargin at screen 0.4932
set tmargin at screen 0.3265
set bmargin at screen 0.2731
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:1.5]
set yrange [2.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2) font ',9'
plot 'patch_k_cutoff_4_step_8000.tsv' using (pick(8,'x')):(pick(8,'y')):(0.5):(0.5):(pick(8,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_k_cutoff_4_step_8000.tsv' using (pick(8,'x')):(pick(8,'y')):(shown(8)) \
  with labels font ',9'
set lmargin at screen 0.0971
set rmargin at screen 0.2690
set tmargin at screen 0.1704
set bmargin at screen 0.1170
set title 'heads at x1 probability' font ',11' offset 0,-0.7
set xrange [0.5:1.5]
set yrange [2.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2) font ',9'
plot 'patch_k_cutoff_4_step_8000.tsv' using (pick(9,'x')):(pick(9,'y')):(0.5):(0.5):(pick(9,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_k_cutoff_4_step_8000.tsv' using (pick(9,'x')):(pick(9,'y')):(shown(9)) \
  with labels font ',9'
set lmargin at screen 0.3662
set rmargin at screen 0.4334
set tmargin at screen 0.1704
set bmargin at screen 0.1170
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:1.5]
set yrange [2.5:0.5]
set xtics rotate by 90 right scale 0 ('head 1' 1) font ',9'
set ytics scale 0 ('block 1' 1, 'block 2' 2) font ',9'
plot 'patch_k_cutoff_4_step_8000.tsv' using (pick(10,'x')):(pick(10,'y')):(0.5):(0.5):(pick(10,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'patch_k_cutoff_4_step_8000.tsv' using (pick(10,'x')):(pick(10,'y')):(shown(10)) \
  with labels font ',9'
unset multiplot
