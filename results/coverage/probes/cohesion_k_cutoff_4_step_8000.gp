# cohesion_k_cutoff_4_step_8000.svg, drawn from cohesion_k_cutoff_4_step_8000.tsv. To change it, edit this file and run: gnuplot cohesion_k_cutoff_4_step_8000.gp
# As pdf: gnuplot -e "format='pdf'" cohesion_k_cutoff_4_step_8000.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.364in,6.771in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 803,650 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'cohesion_k_cutoff_4_step_8000'
}
set output 'cohesion_k_cutoff_4_step_8000'.'.'.format
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the cells of map n
pick(n, name) = column('panel') == n ? column(name) : NaN
shown(n) = sprintf('%.2f', abs(pick(n, 'value')) < 0.005 ? 0 : pick(n, 'value'))
unset key
set border 31 lw 0.5 lc rgb '#444444'
set palette defined (-1 '#D55E00', 0 'white', 1 '#4a9fd8')
set cbrange [-1:1]
set colorbox horizontal user origin screen 0.8256, screen 0.9538 size screen 0.1370, screen 0.0138
set cbtics 1 scale 0.3 offset 0,0.6 font ',9'
set multiplot
set label 1 '{/:Bold cohesion: two\_hop, pool type\_0}' at screen 0.0299, screen 0.9662 font ',13'
set label 2 'model 2 blocks of 1 head, width 64, run 3a566a38aa3b555f (seed 3), k\_cutoff 4, one seed, step 8,000' at screen 0.0299, screen 0.9354 font ',10' tc rgb '#444444'
set label 3 'Mean cosine of states that share a label less that of states that do not; centred: with the mean state taken away; disjoint: of texts' at screen 0.0299, screen 0.0646 font ',10' tc rgb '#555555'
set label 4 'that share no token. Beside it: labels shuffled; the model before training.' at screen 0.0299, screen 0.0415 font ',10' tc rgb '#555555'
set lmargin at screen 0.0971
set rmargin at screen 0.2466
set tmargin at screen 0.8431
set bmargin at screen 0.7231
set title 'bridge gap'."\n".'n = 387' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_k_cutoff_4_step_8000.tsv' using (pick(1,'x')):(pick(1,'y')):(0.5):(0.5):(pick(1,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_k_cutoff_4_step_8000.tsv' using (pick(1,'x')):(pick(1,'y')):(shown(1)) \
  with labels font ',9'
unset colorbox
unset label 1
unset label 2
unset label 3
unset label 4
set lmargin at screen 0.3438
set rmargin at screen 0.4932
set tmargin at screen 0.8431
set bmargin at screen 0.7231
set title 'shuffled' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_k_cutoff_4_step_8000.tsv' using (pick(2,'x')):(pick(2,'y')):(0.5):(0.5):(pick(2,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_k_cutoff_4_step_8000.tsv' using (pick(2,'x')):(pick(2,'y')):(shown(2)) \
  with labels font ',9'
set lmargin at screen 0.5904
set rmargin at screen 0.7398
set tmargin at screen 0.8431
set bmargin at screen 0.7231
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_k_cutoff_4_step_8000.tsv' using (pick(3,'x')):(pick(3,'y')):(0.5):(0.5):(pick(3,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_k_cutoff_4_step_8000.tsv' using (pick(3,'x')):(pick(3,'y')):(shown(3)) \
  with labels font ',9'
set lmargin at screen 0.0971
set rmargin at screen 0.2466
set tmargin at screen 0.5692
set bmargin at screen 0.4492
set title 'bridge centred gap'."\n".'n = 387' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_k_cutoff_4_step_8000.tsv' using (pick(4,'x')):(pick(4,'y')):(0.5):(0.5):(pick(4,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_k_cutoff_4_step_8000.tsv' using (pick(4,'x')):(pick(4,'y')):(shown(4)) \
  with labels font ',9'
set lmargin at screen 0.3438
set rmargin at screen 0.4932
set tmargin at screen 0.5692
set bmargin at screen 0.4492
set title 'shuffled' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_k_cutoff_4_step_8000.tsv' using (pick(5,'x')):(pick(5,'y')):(0.5):(0.5):(pick(5,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_k_cutoff_4_step_8000.tsv' using (pick(5,'x')):(pick(5,'y')):(shown(5)) \
  with labels font ',9'
set lmargin at screen 0.5904
set rmargin at screen 0.7398
set tmargin at screen 0.5692
set bmargin at screen 0.4492
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_k_cutoff_4_step_8000.tsv' using (pick(6,'x')):(pick(6,'y')):(0.5):(0.5):(pick(6,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_k_cutoff_4_step_8000.tsv' using (pick(6,'x')):(pick(6,'y')):(shown(6)) \
  with labels font ',9'
set lmargin at screen 0.0971
set rmargin at screen 0.2466
set tmargin at screen 0.2954
set bmargin at screen 0.1754
set title 'bridge disjoint gap'."\n".'n = 387' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_k_cutoff_4_step_8000.tsv' using (pick(7,'x')):(pick(7,'y')):(0.5):(0.5):(pick(7,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_k_cutoff_4_step_8000.tsv' using (pick(7,'x')):(pick(7,'y')):(shown(7)) \
  with labels font ',9'
set lmargin at screen 0.3438
set rmargin at screen 0.4932
set tmargin at screen 0.2954
set bmargin at screen 0.1754
set title 'shuffled' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_k_cutoff_4_step_8000.tsv' using (pick(8,'x')):(pick(8,'y')):(0.5):(0.5):(pick(8,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_k_cutoff_4_step_8000.tsv' using (pick(8,'x')):(pick(8,'y')):(shown(8)) \
  with labels font ',9'
set lmargin at screen 0.5904
set rmargin at screen 0.7398
set tmargin at screen 0.2954
set bmargin at screen 0.1754
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('x2' 1, 'x3' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'cohesion_k_cutoff_4_step_8000.tsv' using (pick(9,'x')):(pick(9,'y')):(0.5):(0.5):(pick(9,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'cohesion_k_cutoff_4_step_8000.tsv' using (pick(9,'x')):(pick(9,'y')):(shown(9)) \
  with labels font ',9'
unset multiplot
